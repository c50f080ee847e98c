/** Where staff work: sign in, queue, report, kept texts. */
@NullMarked
package mx.vozrural.desk;

import org.jspecify.annotations.NullMarked;
