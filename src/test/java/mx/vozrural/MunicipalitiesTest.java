package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import mx.vozrural.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two municipalities in one database: two schemas, two keys, nothing in common. */
class MunicipalitiesTest {
  private static final TestDatabase CHIHUAHUA = TestDatabase.fresh();
  private static final TestDatabase OTHER = TestDatabase.fresh();
  private static final String OTHER_KEY =
      Base64.getEncoder()
          .encodeToString(
              "another key of thirty-two bytes!".getBytes(java.nio.charset.StandardCharsets.UTF_8));
  private static TestServer one;
  private static TestServer other;

  @BeforeAll
  static void start() {
    one = TestServer.simulator(CHIHUAHUA);
    startOther().close();
    otherCatalogue();
    other = startOther();
  }

  private static TestServer startOther() {
    return TestServer.with(OTHER, new TestClock(), Map.of("SECRET_KEY", OTHER_KEY));
  }

  /** As an operator of another municipality leaves it: own sections, own categories, own words. */
  private static void otherCatalogue() {
    OTHER.execute("DELETE FROM community");
    OTHER.execute("DELETE FROM section");
    OTHER.execute("DELETE FROM category WHERE base <> 'OTRO'");
    OTHER.execute(
        "INSERT INTO section (code, name, position) VALUES ('BARRANCA', 'La Barranca', 1)");
    OTHER.execute(
        "INSERT INTO category (code, base, name, name_en, days, position, words) VALUES"
            + " ('POZOS', 'AGUA', 'Pozos', 'Wells', 4, 1, '{noria}')");
    OTHER.execute("UPDATE municipality SET name = 'Municipio de la Barranca'");
  }

  @AfterAll
  static void stop() {
    one.close();
    other.close();
  }

  private static String file(TestServer server, String section, String category) {
    return server
        .http()
        .json(
            "POST",
            "/api/v1/reports",
            new JsonObject()
                .put("body", "Hace falta una bomba")
                .put("section", section)
                .put("category", category)
                .put("consent", true))
        .json()
        .getString("folio");
  }

  private static List<String> folios(DeskClient desk) {
    return DeskClient.items(desk.get("/api/v1/queue")).stream()
        .map(item -> item.getString("folio"))
        .toList();
  }

  @Test
  void each_sees_its_own_reports_alone() {
    String here = file(one, "EL_CHARCO", "AGUA");
    String there = file(other, "BARRANCA", "POZOS");

    assertThat(folios(one.desk(Role.TRIAGER))).contains(here);
    assertThat(folios(other.desk(Role.TRIAGER))).containsExactly(there);
    assertThat(OTHER.count("report")).isEqualTo(1);
  }

  @Test
  void each_has_its_own_sections_and_categories() {
    assertThat(codes(other, "sections")).containsExactly("BARRANCA");
    assertThat(codes(other, "categories")).contains("POZOS").doesNotContain("AGUA");
    assertThat(codes(one, "categories")).contains("AGUA").doesNotContain("POZOS");
    assertThat(other.http().get("/").body()).contains("Municipio de la Barranca");
  }

  private static List<String> codes(TestServer server, String list) {
    return DeskClient.items(server.http().get("/api/v1/" + list)).stream()
        .map(item -> item.getString("code"))
        .toList();
  }

  @Test
  void a_token_or_a_session_of_one_is_nothing_to_the_other() {
    DeskClient desk = one.desk(Role.ADMIN);

    assertThat(desk.get("/api/v1/queue").status()).isEqualTo(200);
    assertThat(new DeskClient(other.http(), desk.token(), "").get("/api/v1/queue").status())
        .isEqualTo(401);
  }

  @Test
  void the_role_of_one_may_not_so_much_as_look_into_the_other() throws SQLException {
    try (Connection connection = OTHER.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET ROLE " + CHIHUAHUA.app());

      assertThatThrownBy(
              () -> statement.execute("SELECT * FROM " + OTHER.schema() + ".municipality"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }
  }

  @Test
  void one_phone_is_not_to_be_known_again_in_the_other() {
    one.phones().text(Phones.number(1), "No hay agua en Palo Blanco");
    other.phones().text(Phones.number(1), "Buenos días");

    assertThat(CHIHUAHUA.texts("SELECT encode(phone_index, 'hex') FROM resident"))
        .doesNotContainAnyElementsOf(
            OTHER.texts("SELECT encode(phone_index, 'hex') FROM resident"));
  }

  @Test
  void another_key_stops_the_start_and_leaves_the_running_server_its_way_in() {
    String verifier = verifier();
    assertThatThrownBy(() ->
            TestServer.with(CHIHUAHUA, new TestClock(), Map.of("SECRET_KEY", OTHER_KEY)).close())
        .hasMessageStartingWith("SECRET_KEY: ")
        .hasMessageNotContaining(OTHER_KEY);
    assertThat(verifier()).isEqualTo(verifier);
  }

  private static String verifier() {
    return CHIHUAHUA.text("SELECT rolpassword FROM pg_authid WHERE rolname = ?", CHIHUAHUA.app());
  }

  @Test
  void starting_again_migrates_nothing_and_loads_nothing_twice() {
    Map<String, Object> before = catalogue();
    TestServer.simulator(CHIHUAHUA).close();

    assertThat(catalogue()).isEqualTo(before);
    assertThat(OTHER.count("section")).isEqualTo(1);
  }

  private static Map<String, Object> catalogue() {
    return Map.of(
        "migrations", CHIHUAHUA.count("flyway_schema_history"),
        "sections", CHIHUAHUA.texts("SELECT code FROM section ORDER BY 1"),
        "categories", CHIHUAHUA.texts("SELECT code FROM category ORDER BY 1"),
        "communities", CHIHUAHUA.count("community"),
        "commitments", CHIHUAHUA.count("commitment"),
        "keys", CHIHUAHUA.texts("SELECT encode(wrapped, 'hex') FROM data_key ORDER BY 1"));
  }
}
