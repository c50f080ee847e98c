package mx.vozrural;

import io.vertx.core.json.JsonObject;
import java.util.List;

/** The desk for programs, in the name of one staff member. */
record DeskClient(Http http, String token, String email) {
  private String[] headers(String... more) {
    String[] all = new String[more.length + 2];
    all[0] = "Authorization";
    all[1] = "Bearer " + token;
    System.arraycopy(more, 0, all, 2, more.length);
    return all;
  }

  Http.Answer get(String path) {
    return http.get(path, headers());
  }

  Http.Answer post(String path, JsonObject body) {
    return http.json("POST", path, body, headers());
  }

  /** The report as the queue's item. */
  JsonObject report(String folio) {
    return get("/api/v1/queue/" + folio).json();
  }

  /** Changes the report as it stands now. */
  Http.Answer change(String folio, JsonObject change) {
    return change(folio, get("/api/v1/queue/" + folio).header("ETag"), change);
  }

  Http.Answer change(String folio, String ifMatch, JsonObject change) {
    return http.json("PATCH", "/api/v1/queue/" + folio, change, headers("If-Match", ifMatch));
  }

  Http.Answer move(String folio, String status) {
    return change(folio, new JsonObject().put("status", status));
  }

  /** Both directions of what was said about a report. */
  List<JsonObject> messages(String folio) {
    return items(get("/api/v1/messages?folio=" + folio));
  }

  static List<JsonObject> items(Http.Answer answer) {
    return answer.json().getJsonArray("items").stream().map(JsonObject.class::cast).toList();
  }
}
