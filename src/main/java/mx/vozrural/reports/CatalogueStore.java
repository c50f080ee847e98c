package mx.vozrural.reports;

import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mx.vozrural.database.Sql;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.domain.Category;
import mx.vozrural.domain.Community;
import mx.vozrural.domain.Section;
import mx.vozrural.domain.WorkingDays;
import mx.vozrural.domain.WorkingDays.HolidayRule;

/** The municipality's own data, as the database holds them. */
public final class CatalogueStore {
  private static final Sql SECTIONS =
      Sql.of(
          "-- catalogue.sections\nSELECT code, name, position, outside FROM section ORDER BY position");
  private static final Sql COMMUNITIES =
      Sql.of("-- catalogue.communities\nSELECT id, name, section FROM community ORDER BY id");
  private static final Sql CATEGORIES =
      Sql.of(
          """
          -- catalogue.categories
          SELECT code, base, name, name_en, days, restricted, position, words FROM category ORDER BY position\
          """);
  private static final Sql RULES =
      Sql.of("-- catalogue.holiday_rules\nSELECT month, day, nth, weekday FROM holiday_rule");
  private static final Sql HOLIDAYS = Sql.of("-- catalogue.holidays\nSELECT day FROM holiday");
  private static final Sql MUNICIPALITY =
      Sql.of("-- catalogue.municipality\nSELECT name, sms_name, office, zone FROM municipality");

  private CatalogueStore() {}

  /**
   * Who runs this.
   *
   * @param smsName as texts name it
   * @param office who answers
   */
  public record Municipality(String name, String smsName, String office, ZoneId zone) {}

  public static Municipality municipality(SqlClient client) {
    return MUNICIPALITY
        .first(
            client,
            row ->
                new Municipality(
                    row.getString("name"),
                    row.getString("sms_name"),
                    row.getString("office"),
                    ZoneId.of(row.getString("zone"))))
        .orElseThrow();
  }

  public static Catalogue catalogue(SqlClient client) {
    List<Section> sections =
        SECTIONS.list(
            client,
            row ->
                new Section(
                    row.getString("code"),
                    row.getString("name"),
                    row.getInteger("position"),
                    row.getBoolean("outside")));
    List<Community> communities =
        COMMUNITIES.list(
            client,
            row ->
                new Community(
                    row.getInteger("id"), row.getString("name"), row.getString("section")));
    List<Category> categories =
        CATEGORIES.list(
            client,
            row ->
                new Category(
                    row.getString("code"),
                    row.getString("base"),
                    row.getString("name"),
                    row.getString("name_en"),
                    row.getInteger("days"),
                    row.getBoolean("restricted"),
                    row.getInteger("position"),
                    List.of(row.getArrayOfStrings("words"))));
    return new Catalogue(sections, communities, categories);
  }

  public static WorkingDays calendar(SqlClient client) {
    List<HolidayRule> rules = new ArrayList<>();
    RULES
        .run(client)
        .forEach(row ->
            rules.add(
                row.getInteger("day") != null
                    ? new HolidayRule.OnDate(row.getInteger("month"), row.getInteger("day"))
                    : new HolidayRule.OnWeekday(
                        row.getInteger("month"),
                        row.getInteger("nth"),
                        row.getInteger("weekday"))));
    Set<LocalDate> days = new HashSet<>(HOLIDAYS.list(client, row -> row.getLocalDate(0)));
    return new WorkingDays(List.copyOf(rules), Set.copyOf(days));
  }
}
