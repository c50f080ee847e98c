package mx.vozrural.web;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads a posted form and gathers what is wrong with it. Each method reads one field; what it gives
 * is always safe to show again, whatever was sent. Used by one request, then thrown away.
 */
public final class Form {
  // Of the control characters only line feed and tab mean something in what people type.
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\uFFFE\\uFFFF]");

  private final MultiMap fields;
  private final List<FieldError> errors = new ArrayList<>();

  public Form(MultiMap fields) {
    this.fields = fields;
  }

  /** The form of a request whose body was read. */
  public static Form of(RoutingContext ctx) {
    return new Form(ctx.request().formAttributes());
  }

  /**
   * A field as it came, without blanks around it and control characters; "" where it is missing.
   */
  public String text(String name) {
    String sent = Objects.requireNonNullElse(fields.get(name), "");
    return CONTROL.matcher(sent.replace("\r\n", "\n")).replaceAll("").strip();
  }

  /**
   * A field that may be left empty.
   *
   * @param most its longest, in characters as people count them (code points)
   */
  public String optional(String name, int most) {
    String text = text(name);
    int length = text.codePointCount(0, text.length());
    if (length > most) {
      wrong(
          name,
          "Acorte el texto: caben "
              + Spanish.number(most)
              + " letras y lleva "
              + Spanish.number(length)
              + ".");
    }
    return text;
  }

  /**
   * A field that must be filled in.
   *
   * @param message what to do where it is empty, in Spanish
   */
  public String required(String name, int most, String message) {
    String text = optional(name, most);
    if (text.isEmpty()) {
      wrong(name, message);
    }
    return text;
  }

  /**
   * A choice from a list, which may be left open; "" where it is.
   *
   * @param message what to do where it isn't one of them, in Spanish
   */
  public String choice(String name, Collection<String> codes, String message) {
    String code = text(name);
    if (code.isEmpty() || codes.contains(code)) {
      return code;
    }
    wrong(name, message);
    return "";
  }

  /**
   * A field read by a parser of ours, which may be left empty.
   *
   * @param message what to do where the parser finds nothing, in Spanish
   */
  public <T> Optional<T> parsed(String name, Function<String, Optional<T>> parser, String message) {
    String text = text(name);
    Optional<T> value = text.isEmpty() ? Optional.empty() : parser.apply(text);
    if (value.isEmpty() && !text.isEmpty()) {
      wrong(name, message);
    }
    return value;
  }

  /** Whether a box was ticked. */
  public boolean ticked(String name) {
    return fields.contains(name);
  }

  /** As {@link #ticked}, of a box that must be. */
  public boolean mustTick(String name, String message) {
    boolean ticked = ticked(name);
    if (!ticked) {
      wrong(name, message);
    }
    return ticked;
  }

  /** Notes what the caller found wrong with a field. */
  public void wrong(String name, String message) {
    errors.add(new FieldError(name, message));
  }

  /** What is wrong, so far. */
  public FormErrors errors() {
    return new FormErrors(errors);
  }
}
