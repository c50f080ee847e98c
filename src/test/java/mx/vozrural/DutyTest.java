package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mx.vozrural.access.Role;
import mx.vozrural.access.Staff;
import mx.vozrural.domain.Phone;
import mx.vozrural.reports.Duty.Appointment;
import mx.vozrural.reports.Duty.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is texted when life is in danger, and what the text says. */
class DutyTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static TestServer server;
  private static Staff boss;

  @BeforeAll
  static void start() throws java.io.IOException {
    Path folder = Files.createTempDirectory("voz-rural-duty");
    server =
        TestServer.with(
            DATABASE,
            new TestClock(),
            Map.of("DATA_DIR", folder.toString(), "QUIET_HOURS", "00:00-23:59"));
    boss = server.staff("guardia@voz.example", Role.COORDINATOR, null, false);
    begin(Task.ON_DUTY, null, 801);
    begin(Task.ON_DUTY, "EL_SAUZ", 802);
    begin(Task.ON_DUTY, "EL_CHARCO", 803);
    begin(Task.SUPERVISOR, null, 804);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void begin(Task task, @Nullable String section, int number) {
    server
        .services()
        .duty
        .begin(
            new Appointment(task, section, "Alguien", Phone.of(Phones.number(number))),
            boss.actor());
  }

  private static List<String> texts(int number) {
    long resident =
        server
            .services()
            .residents
            .find(server.services().database.pool(), Phone.of(Phones.number(number)))
            .orElseThrow();
    return DATABASE.texts(
        "SELECT m.body FROM outbox o JOIN message m ON m.id = o.message WHERE o.resident = ? AND"
            + " o.stream = 'duty' ORDER BY m.id",
        resident);
  }

  @Test
  void danger_to_life_tells_the_section_and_those_for_all_the_folio_and_nothing_else() {
    int all = texts(801).size();
    int other = texts(803).size();
    String folio =
        server.phones().report(Phones.number(811), "Auxilio, mi papa no respira, en El Sauz");

    assertThat(texts(801)).hasSize(all + 1);
    assertThat(texts(803)).hasSize(other);
    assertThat(texts(804)).isEmpty();
    assertThat(texts(802))
        .last()
        .asString()
        .isEqualTo(
            "URGENTE, peligro de vida: folio "
                + folio
                + ". Revise ya la mesa. Linea de residentes: "
                + "614 410 0100.");
    assertThat(
            DATABASE.texts(
                "SELECT DISTINCT any_hour::text || priority FROM outbox WHERE stream = 'duty' AND"
                    + " priority = 0"))
        .containsExactly("true0");
    assertThat(
            DATABASE.text(
                "SELECT count(*) FROM message WHERE folio = ? AND direction = 'out'",
                Long.valueOf(folio)))
        .isEqualTo("1");
  }

  private static String filedOnTheWeb(String words, String section) {
    Http.Answer filed =
        server
            .http()
            .json(
                "POST",
                "/api/v1/reports",
                new JsonObject().put("body", words).put("section", section).put("consent", true));
    assertThat(filed.status()).as(filed.body()).isEqualTo(201);
    return filed.json().getString("folio");
  }

  @Test
  void danger_to_life_that_comes_by_the_web_form_tells_them_too() {
    int all = texts(801).size();
    int there = texts(803).size();
    String folio = filedOnTheWeb("Auxilio, mi papa no respira", "EL_CHARCO");
    filedOnTheWeb("No hay agua", "EL_CHARCO");

    assertThat(texts(801)).hasSize(all + 1).last().asString().contains(folio);
    assertThat(texts(803)).hasSize(there + 1).last().asString().contains("peligro de vida");
  }

  @Test
  void where_nobody_is_on_duty_for_the_section_everybody_on_duty_is_told_and_the_desk_warns() {
    DATABASE.execute(
        "UPDATE duty SET ended_at = now(), ended_by = set_by WHERE section IS NULL AND task = 'on_duty' AND ended_at IS NULL");
    try {
      String folio = filedOnTheWeb("Auxilio, mi papa no respira", "GUADALUPE");

      assertThat(texts(802)).last().asString().contains(folio);
      assertThat(texts(803)).last().asString().contains(folio);
      assertThat(texts(804)).isEmpty();
      server.phones().text(Phones.number(803), "ALTO");
      String second = filedOnTheWeb("Auxilio, mi papa no respira", "EL_CHARCO");
      assertThat(texts(802)).as("who was there said ALTO").last().asString().contains(second);
      assertThat(page())
          .contains("Sin guardia propia")
          .containsPattern("<strong>[^<]*El Charco[^<]*</strong>")
          .doesNotContainPattern("Sin guardia propia[^<]*<strong>[^<]*El Sauz");
    } finally {
      server.phones().text(Phones.number(803), "ALTA");
      begin(Task.ON_DUTY, null, 801);
    }
    assertThat(page()).doesNotContain("Sin guardia propia", "Nadie está de guardia");
  }

  private static String page() {
    String token = WebFormTest.token(server.http().get("/mesa/entrar").body());
    Map<String, String> form =
        Map.of("csrf", token, "email", "guardia@voz.example", "password", TestServer.PASSWORD);
    String session =
        server.http().form("/mesa/entrar", form).header("Set-Cookie").split(";", -1)[0];
    return server.http().get("/mesa/ajustes/guardia", "Cookie", session).body();
  }

  @Test
  void who_ended_is_told_no_more_and_both_are_on_record() {
    begin(Task.ON_DUTY, null, 805);
    long id = Long.parseLong(DATABASE.text("SELECT max(id) FROM duty"));
    assertThat(server.services().duty.end(id, boss.actor())).isTrue();
    assertThat(server.services().duty.end(id, boss.actor())).isFalse();
    server.phones().text(Phones.number(812), "Auxilio, mi mama no respira, en El Charco");

    assertThat(texts(805)).isEmpty();
    assertThat(
            DATABASE.texts(
                "SELECT action FROM audit WHERE subject = ? AND action LIKE 'duty%' ORDER BY id",
                id))
        .containsExactly("duty.begin", "duty.end");
  }
}
