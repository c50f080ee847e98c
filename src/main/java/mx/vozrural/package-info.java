/** The assembly: settings, wiring, and the one command line. */
@NullMarked
package mx.vozrural;

import org.jspecify.annotations.NullMarked;
