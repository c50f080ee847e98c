/** Alphabet, segments, and the way from a template to a text; pure. */
@NullMarked
package mx.vozrural.sms;

import org.jspecify.annotations.NullMarked;
