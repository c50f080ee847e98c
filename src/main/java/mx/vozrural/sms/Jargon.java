package mx.vozrural.sms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words that offices use and residents don't, with what to say instead. One list a language, {@code
 * jargon-es.txt}: a line is {@code word = plainer}; an asterisk stands for any ending.
 */
final class Jargon {
  private static final Map<String, Jargon> KNOWN = new ConcurrentHashMap<>();
  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  private final List<Entry> entries;

  private Jargon(List<Entry> entries) {
    this.entries = entries;
  }

  private record Entry(Pattern word, String plainer) {}

  /**
   * A word that was found.
   *
   * @param index in UTF-16 code units of the NFC form
   */
  record Found(int index, String word, String plainer) {}

  /** The list of a language; one that we have no list for has no words. */
  static Jargon of(String language) {
    return KNOWN.computeIfAbsent(language, code -> parse(read("jargon-" + code + ".txt")));
  }

  static Jargon parse(String list) {
    return new Jargon(
        list.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(line -> line.split("\\s*=\\s*", 2))
            .map(pair -> new Entry(pattern(pair[0]), pair[1]))
            .toList());
  }

  private static Pattern pattern(String word) {
    boolean open = word.endsWith("*");
    String stem = open ? word.substring(0, word.length() - 1) : word;
    return Pattern.compile(
        "(?<!\\p{L})" + Pattern.quote(folded(stem)) + (open ? "\\p{L}*" : "(?!\\p{L})"));
  }

  List<Found> in(String text) {
    String nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
    String folded = folded(nfc);
    return entries.stream().flatMap(entry -> found(entry, nfc, folded)).toList();
  }

  private static Stream<Found> found(Entry entry, String nfc, String folded) {
    List<MatchResult> places = entry.word().matcher(folded).results().toList();
    return places.stream()
        .map(place ->
            new Found(place.start(), nfc.substring(place.start(), place.end()), entry.plainer()));
  }

  /** Letter by letter, so that places stay where they are. */
  private static String folded(String nfc) {
    StringBuilder folded = new StringBuilder(nfc.length());
    for (int i = 0; i < nfc.length(); i++) {
      String parts = Normalizer.normalize(nfc.substring(i, i + 1), Normalizer.Form.NFD);
      String plain = MARKS.matcher(parts).replaceAll("").toLowerCase(Locale.ROOT);
      folded.append(plain.length() == 1 ? plain : nfc.substring(i, i + 1));
    }
    return folded.toString();
  }

  private static String read(String file) {
    try (InputStream list = Jargon.class.getResourceAsStream(file)) {
      return list == null ? "" : new String(list.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The list of jargon can't be read", e);
    }
  }
}
