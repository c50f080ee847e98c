package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import mx.vozrural.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Nothing of a resident stands in a log, on good days and on bad ones. */
class DiscreetLogsTest {
  private static final List<String> PRIVATE =
      List.of("6145559876", "5559876", "manantial", "Terrazas", "6141239876");

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final AppenderBase<ILoggingEvent> capture =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          lines.add(
              event.getFormattedMessage()
                  + (event.getThrowableProxy() == null
                      ? ""
                      : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
      };

  @BeforeEach
  void capture() {
    capture.setContext(root.getLoggerContext());
    capture.start();
    root.addAppender(capture);
    root.setLevel(Level.INFO);
  }

  @AfterEach
  void release() {
    root.detachAppender(capture);
    root.setLevel(Level.WARN);
  }

  @Test
  void no_number_and_no_words_of_a_resident_stand_in_any_line_of_a_whole_run() {
    TestDatabase database = TestDatabase.fresh();
    String from = "+526145559876";
    try (TestServer server = TestServer.with(database, new TestClock(), TestServer.twilio())) {
      DeskClient desk = server.desk(Role.TRIAGER);
      TwilioClient twilio = server.twilioClient();
      String folio =
          Phones.folio(
              twilio
                  .send(
                      TwilioClient.sid(1),
                      from,
                      "No hay agua en el manantial de la familia Terrazas")
                  .body());
      desk.change(folio, new JsonObject().put("note", "Hablar con la familia Terrazas"));
      desk.move(folio, "accepted");
      server
          .http()
          .json(
              "POST",
              "/api/v1/reports",
              new JsonObject()
                  .put("body", "El manantial de los Terrazas")
                  .put("phone", "6141239876")
                  .put("consent", true));
      server.http().get("/api/v1/queue?q=manantial&folio=6145559876");
      server.http().form("/reportar", Map.of("body", "manantial", "phone", "6145559876"));

      // Bad days: the database refuses what they said, at each door.
      database.execute(
          "ALTER TABLE message ADD CONSTRAINT refuse CHECK (body NOT LIKE '%manantial%') NOT VALID");
      assertThat(twilio.send(TwilioClient.sid(2), from, "Otra vez el manantial, Terrazas").status())
          .isEqualTo(503);
      assertThat(
              server
                  .http()
                  .json(
                      "POST",
                      "/api/v1/reports",
                      new JsonObject()
                          .put("body", "El manantial de los Terrazas")
                          .put("phone", "6141239876")
                          .put("consent", true))
                  .status())
          .isEqualTo(500);
    }
    assertThat(lines).isNotEmpty();
    assertThat(lines)
        .allSatisfy(
            line -> assertThat(line).doesNotContainIgnoringCase(PRIVATE.toArray(String[]::new)));
  }
}
