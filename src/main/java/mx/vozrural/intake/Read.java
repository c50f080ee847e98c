package mx.vozrural.intake;

import io.vertx.core.buffer.Buffer;
import mx.vozrural.interpreter.Reading;

/**
 * A text, read, with the index under which its phone is found.
 *
 * @param model with which it was read
 */
record Read(Arrival arrival, Reading reading, String model, Buffer phoneIndex) {}
