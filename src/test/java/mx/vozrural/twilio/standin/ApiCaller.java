package mx.vozrural.twilio.standin;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Uses the API over its documentation, with no library between. */
record ApiCaller(StandIn twilio, Account account) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * @param status 0 where the answer was lost
   */
  record Answer(int status, String body) {
    JsonObject json() {
      return new JsonObject(body);
    }
  }

  Answer post(Map<String, String> form) {
    return send(
        request(Wording.collection(account.sid()) + ".json")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(form))));
  }

  /** A text in the usual form, with whatever is given instead or beside. */
  Answer text(String to, String body, String... more) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("To", to);
    form.put("From", Account.EXAMPLE.number());
    form.put("Body", body);
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    return post(form);
  }

  Answer list(Map<String, String> query) {
    return get(Wording.collection(account.sid()) + ".json?" + encoded(query));
  }

  Answer fetch(String sid) {
    return get(Wording.collection(account.sid()) + "/" + sid + ".json");
  }

  /**
   * @param uri as an answer of the API names it
   */
  Answer get(String uri) {
    return send(request(uri).GET());
  }

  private HttpRequest.Builder request(String uri) {
    return HttpRequest.newBuilder(URI.create(twilio.address() + uri))
        .header("Authorization", account.authorization());
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body());
    } catch (IOException e) {
      return new Answer(0, "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(Map<String, String> pairs) {
    return pairs.entrySet().stream()
        .map(pair -> Wording.encoded(pair.getKey()) + "=" + Wording.encoded(pair.getValue()))
        .collect(Collectors.joining("&"));
  }
}
