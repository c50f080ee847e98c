package mx.vozrural.intake;

import io.vertx.core.buffer.Buffer;
import mx.vozrural.interpreter.Reading;

/** A text, read, with the index under which its phone is found. */
record Read(Arrival arrival, Reading reading, Buffer phoneIndex) {}
