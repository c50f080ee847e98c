/**
 * How the interpreter's model is made: a corpus of labelled texts is learned, measured on texts
 * that were held back, and written to a file that the interpreter loads.
 */
@NullMarked
package mx.vozrural.learning;

import org.jspecify.annotations.NullMarked;
