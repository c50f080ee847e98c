/** What a text says: from words to a {@link mx.vozrural.interpreter.Reading}; pure. */
@NullMarked
package mx.vozrural.interpreter;

import org.jspecify.annotations.NullMarked;
