package mx.vozrural.domain;

import java.util.Locale;

/** The language of a text; {@link #UND} where there is too little to tell. */
public enum Language {
  ES,
  EN,
  MIXED,
  UND;

  private final String code = name().toLowerCase(Locale.ROOT);

  public String code() {
    return code;
  }

  /** The language to answer in: Spanish unless the text is English. */
  public String answer() {
    return this == EN ? "en" : "es";
  }
}
