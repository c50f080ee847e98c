package mx.vozrural.domain;

import org.jspecify.annotations.Nullable;

/**
 * What Twilio's Advanced Opt-Out has made of a text before it came to us (its parameter
 * OptOutType): it has answered by itself, and blocks the number or blocks it no more.
 */
public enum OptOut {
  STOP,
  START,
  HELP;

  /** Null where Twilio said nothing; a type that is not known yet is one that asked for help. */
  public static @Nullable OptOut of(@Nullable String type) {
    if (type == null) {
      return null;
    }
    return switch (type) {
      case "STOP" -> STOP;
      case "START" -> START;
      default -> HELP;
    };
  }
}
