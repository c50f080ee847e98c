package mx.vozrural;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import mx.vozrural.database.StartFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code text}: texts the running server as a phone would, through its simulator. */
@Command(
    name = "text",
    description = "Texts the running server as a phone would, and prints the answers.",
    mixinStandardHelpOptions = true)
final class TextCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FROM",
      description = "number that texts, like +526141234567")
  private Optional<String> from;

  @Parameters(index = "1", arity = "0..1", paramLabel = "BODY", description = "the text")
  private Optional<String> body;

  @Option(
      names = "--file",
      paramLabel = "F.jsonl",
      description =
          "many texts: a JSON object a line, with body and, if it likes, from; each other line has a number of its own")
  private Optional<Path> file;

  private final HttpClient http = HttpClient.newHttpClient();

  /** One text to be sent. */
  private record Text(String from, String body) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings = Settings.read(new Environment(System.getenv()));
    if (settings.sms().twilio().isPresent()) {
      throw new StartFailure("SMS_GATEWAY: the server takes texts from Twilio; use a telephone");
    }
    for (Text text : texts()) {
      List<String> answers = send(settings, text);
      if (file.isPresent()) {
        spec.commandLine().getOut().println("> " + text.body().replace('\n', ' '));
      }
      answers.forEach(spec.commandLine().getOut()::println);
      if (answers.isEmpty()) {
        spec.commandLine().getOut().println("(sin respuesta)");
      }
    }
    spec.commandLine().getOut().flush();
    return 0;
  }

  private List<Text> texts() throws IOException {
    if (file.isPresent()) {
      return fromFile(file.get());
    }
    if (from.isEmpty() || body.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "FROM and BODY, or --file");
    }
    return List.of(new Text(from.get(), body.get()));
  }

  private List<Text> fromFile(Path path) throws IOException {
    List<Text> texts = new ArrayList<>();
    int line = 0;
    for (String json : Files.readAllLines(path, StandardCharsets.UTF_8)) {
      line++;
      if (!json.isBlank()) {
        texts.add(text(json, line));
      }
    }
    return texts;
  }

  private Text text(String json, int line) {
    try {
      JsonObject text = new JsonObject(json);
      return new Text(
          text.getString("from", "+52614555" + "%04d".formatted(line)), text.getString("body", ""));
    } catch (DecodeException | ClassCastException e) {
      throw new StartFailure("--file: line " + line + " is no JSON object with a body");
    }
  }

  private List<String> send(Settings settings, Text text) throws IOException, InterruptedException {
    URI address =
        URI.create(
            "http://"
                + host(settings.web().host())
                + ":"
                + settings.web().port()
                + "/simulador/textos");
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    new JsonObject().put("from", text.from()).put("body", text.body()).encode()))
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (response.statusCode() != 200) {
        throw new StartFailure("the server answered " + response.statusCode());
      }
      return new JsonObject(response.body())
          .getJsonArray("answers").stream().map(String.class::cast).toList();
    } catch (java.net.ConnectException e) {
      throw new StartFailure(
          "no server answers on port " + settings.web().port() + ": start scripts/run first", e);
    }
  }

  private static String host(String host) {
    return host.equals("0.0.0.0") ? "127.0.0.1" : host;
  }
}
