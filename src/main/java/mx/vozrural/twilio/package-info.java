/** Twilio's door: what its webhooks say and prove, what they are answered, and texts sent by it. */
@NullMarked
package mx.vozrural.twilio;

import org.jspecify.annotations.NullMarked;
