package mx.vozrural.readings;

import java.util.Locale;

/** What a person can say otherwise than the machine. */
public enum Field {
  INTENT,
  CATEGORIES,
  SECTION,
  URGENT;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
