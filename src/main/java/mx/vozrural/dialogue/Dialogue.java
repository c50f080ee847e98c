package mx.vozrural.dialogue;

import mx.vozrural.interpreter.Reading;

/** The rules of the exchange by text: a pure function of a reading and its context. */
public final class Dialogue {

  public Decision decide(Incoming incoming, Reading reading, Context context) {
    throw new UnsupportedOperationException();
  }
}
