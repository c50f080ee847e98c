package mx.vozrural;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Simulated phones: each texts the server and reads its answer. */
record Phones(Http http) {
  private static final Pattern FOLIO = Pattern.compile("folio (\\d{7,12})");

  /** The answer; "" for silence. */
  String text(String from, String body) {
    Http.Answer answer =
        http.json(
            "POST", "/simulador/textos", new JsonObject().put("from", from).put("body", body));
    if (answer.status() != 200) {
      throw new AssertionError("the simulator answered " + answer.status());
    }
    return String.join(
        "\n", answer.json().getJsonArray("answers").stream().map(String.class::cast).toList());
  }

  /** Texts a need, and reads the folio off the answer. */
  String report(String from, String body) {
    return folio(text(from, body));
  }

  static String folio(String answer) {
    return folios(answer).stream()
        .findFirst()
        .orElseThrow(() -> new AssertionError("no folio in: " + answer));
  }

  static List<String> folios(String answer) {
    Matcher folio = FOLIO.matcher(answer);
    return folio.results().map(found -> found.group(1)).toList();
  }

  /** A number of a block that no one has. */
  static String number(int last) {
    return "+52614555" + "%04d".formatted(last);
  }
}
