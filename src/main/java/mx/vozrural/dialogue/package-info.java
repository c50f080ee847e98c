/**
 * What becomes of a text: from a reading and its context to a {@link
 * mx.vozrural.dialogue.Decision}; pure.
 */
@NullMarked
package mx.vozrural.dialogue;

import org.jspecify.annotations.NullMarked;
