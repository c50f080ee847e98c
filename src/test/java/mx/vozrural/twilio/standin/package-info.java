/**
 * Twilio on this machine, for tests: real HTTP on loopback, the shapes and errors that Twilio
 * documents, and whatever can go wrong on the way. Knows nothing of the product's own code, so that
 * a mistake there isn't made here a second time.
 */
@NullMarked
package mx.vozrural.twilio.standin;

import org.jspecify.annotations.NullMarked;
