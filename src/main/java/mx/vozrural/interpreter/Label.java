package mx.vozrural.interpreter;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a text is labelled with, and what of a reading is compared with it. */
public enum Label {
  INTENT,
  /** As sets: the codes in alphabetical order, joined by +. */
  CATEGORIES,
  SECTION,
  URGENT,
  /** Whether the answer begins with 911. */
  LIFE,
  LANGUAGE;

  /** What stands for nothing. */
  public static final String NOTHING = "-";

  static final String YES = "true";
  static final String NO = "false";

  private final String code = name().toLowerCase(Locale.ROOT);

  public String code() {
    return code;
  }

  /** What a person read. */
  public String expected(LabelledText text) {
    return switch (this) {
      case INTENT -> text.intent();
      case CATEGORIES -> set(text.categories());
      case SECTION -> orNothing(text.section());
      case URGENT -> yes(text.urgent());
      case LIFE -> yes(text.life());
      case LANGUAGE -> text.language();
    };
  }

  /** What the machine read. */
  public String read(Reading reading) {
    return switch (this) {
      case INTENT -> reading.intent().code();
      case CATEGORIES -> set(reading.categories());
      case SECTION -> orNothing(reading.section());
      case URGENT -> yes(reading.urgent() || reading.lifeDanger());
      case LIFE -> yes(reading.lifeDanger());
      case LANGUAGE -> reading.language().code();
    };
  }

  /** How sure a reading is of it; null where it doesn't say, or names no category to be sure of. */
  public @Nullable Double sure(Reading reading) {
    boolean unnamed = this == CATEGORIES && reading.categories().isEmpty();
    return unnamed ? null : reading.confidence().get(code);
  }

  private static String yes(boolean yes) {
    return yes ? YES : NO;
  }

  private static String orNothing(@Nullable String value) {
    return value == null ? NOTHING : value;
  }

  private static String set(List<String> codes) {
    return codes.isEmpty() ? NOTHING : String.join("+", new TreeSet<>(codes));
  }
}
