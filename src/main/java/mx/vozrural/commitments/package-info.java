/** Plans, commitments and what was done for them. */
@NullMarked
package mx.vozrural.commitments;

import org.jspecify.annotations.NullMarked;
