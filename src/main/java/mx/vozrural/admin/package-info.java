/** Commands of the operator, beside a running server or without one. */
@NullMarked
package mx.vozrural.admin;

import org.jspecify.annotations.NullMarked;
