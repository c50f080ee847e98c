/** Who did what, append-only: codes, ids and times. */
@NullMarked
package mx.vozrural.audit;

import org.jspecify.annotations.NullMarked;
