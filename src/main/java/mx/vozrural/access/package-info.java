/** Staff: who they are, how they sign in, what they may do. */
@NullMarked
package mx.vozrural.access;

import org.jspecify.annotations.NullMarked;
