package mx.vozrural.readings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.vozrural.domain.Catalogue;

/**
 * Takes from a text what would tell who wrote it or of whom it speaks, so that others may learn
 * from it: numbers, addresses, names. What a rule can't know stays, so a person reads an export
 * before it leaves the house.
 */
public final class Anonymous {
  private static final Pattern ADDRESS =
      Pattern.compile("(?:https?://|www\\.)\\S+|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");

  /** CURP (18) and RFC (13): four letters, the day of birth, the rest. */
  private static final Pattern KEY = Pattern.compile("\\b\\p{L}{4}\\d{6}[\\p{L}\\d]{3,8}\\b");

  /** A phone, an account, a folio: seven digits or more, however they are parted. */
  private static final Pattern NUMBER = Pattern.compile("\\+?\\d(?:[ .()-]{0,2}\\d){6,}");

  /** "calle 5 de mayo 1203", "num. 45": a door. */
  private static final Pattern DOOR =
      Pattern.compile("(?iu)\\b((?:n[uú]m(?:ero)?|no|#|casa|lote|manzana)\\.?\\s*)\\d{1,5}\\b");

  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private static final String SOMEBODY = "Fulano";
  private static final String FOLIO = "1234567";
  private static final int FOLIO_DIGITS = 7;
  private static final String PHONE = "6145550100";

  private final Set<String> names = new HashSet<>();
  private final Set<String> before = new HashSet<>();
  private final Set<String> places = new HashSet<>();

  public Anonymous(Catalogue catalogue) {
    catalogue.communities().forEach(c -> places.addAll(words(c.name())));
    catalogue.sections().forEach(s -> places.addAll(words(s.name())));
    read();
  }

  private void read() {
    try (InputStream in =
        Objects.requireNonNull(Anonymous.class.getResourceAsStream("names.txt"), "names.txt")) {
      Set<String> section = names;
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith("[")) {
          section = line.equals("[before]") ? before : names;
        } else if (!line.startsWith("//")) {
          section.addAll(List.of(line.split(" ", -1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(m -> plain(m.group())).toList();
  }

  private static String plain(String word) {
    return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "");
  }

  /** The same text without what tells of a person; folios and phones become invented ones. */
  public String text(String text) {
    String plain = ADDRESS.matcher(text).replaceAll("correo@voz.example");
    plain = KEY.matcher(plain).replaceAll("CLAVE");
    plain = NUMBER.matcher(plain).replaceAll(Anonymous::number);
    return people(DOOR.matcher(plain).replaceAll("$10"));
  }

  private static String number(MatchResult match) {
    long digits = match.group().chars().filter(Character::isDigit).count();
    return digits == FOLIO_DIGITS ? FOLIO : PHONE;
  }

  private String people(String text) {
    StringBuilder out = new StringBuilder();
    String last = "";
    int end = 0;
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String word = plain(words.group());
      boolean capital = Character.isUpperCase(words.group().charAt(0));
      boolean introduced = before.contains(last) && capital && !places.contains(word);
      boolean named = names.contains(word) && !places.contains(word);
      out.append(text, end, words.start());
      out.append(introduced || named ? SOMEBODY : words.group());
      end = words.end();
      last = word;
    }
    return out.append(text.substring(end)).toString();
  }
}
