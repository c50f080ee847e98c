package mx.vozrural.commitments;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mx.vozrural.database.Sql;
import org.jspecify.annotations.Nullable;

/** The plans of the municipality and their commitments. Several plans are the normal case. */
public final class Plans {
  private static final Sql PLANS =
      Sql.of(
          """
          -- plan.all
          SELECT id, title, submitted_on, signed_on, starts_on, ends_on, ends_on_alternative, source FROM plan
          ORDER BY starts_on DESC NULLS LAST, id\
          """);

  private static final String COMMITMENT =
      """
      SELECT c.id, c.plan, c.title, c.lead, c.partners, c.problem, c.starts_on, c.ends_on, c.note,
        (SELECT array_agg(a.title ORDER BY a.position) FROM commitment_action a WHERE a.commitment = c.id) AS actions
      FROM commitment c
      """;

  private static final Sql COMMITMENTS =
      Sql.of("-- commitment.all\n" + COMMITMENT + "ORDER BY c.plan, c.position");

  private static final Sql ONE = Sql.of("-- commitment.one\n" + COMMITMENT + "WHERE c.id = $1");

  private final SqlClient client;

  public Plans(SqlClient client) {
    this.client = client;
  }

  /**
   * A plan.
   *
   * @param endsOnAlternative a second end, where its source gives two
   */
  public record Plan(
      String id,
      String title,
      @Nullable LocalDate submittedOn,
      @Nullable LocalDate signedOn,
      @Nullable LocalDate startsOn,
      @Nullable LocalDate endsOn,
      @Nullable LocalDate endsOnAlternative,
      @Nullable String source) {}

  /**
   * What was promised.
   *
   * @param lead the agency that answers for it
   * @param note what a reader must know of the entry itself
   */
  public record Commitment(
      String id,
      String plan,
      String title,
      String lead,
      List<String> partners,
      @Nullable String problem,
      @Nullable LocalDate startsOn,
      @Nullable LocalDate endsOn,
      @Nullable String note,
      List<String> actions) {}

  public List<Plan> plans() {
    return PLANS.list(client, Plans::plan);
  }

  public List<Commitment> commitments() {
    return COMMITMENTS.list(client, Plans::commitment);
  }

  /** By its id; empty for anything that can't be one. */
  public Optional<Commitment> commitment(String id) {
    return id.matches("[A-Z0-9-]{3,20}")
        ? ONE.first(client, Plans::commitment, id)
        : Optional.empty();
  }

  private static Plan plan(Row row) {
    return new Plan(
        row.getString("id"),
        row.getString("title"),
        row.getLocalDate("submitted_on"),
        row.getLocalDate("signed_on"),
        row.getLocalDate("starts_on"),
        row.getLocalDate("ends_on"),
        row.getLocalDate("ends_on_alternative"),
        row.getString("source"));
  }

  private static Commitment commitment(Row row) {
    String[] actions = row.getArrayOfStrings("actions");
    return new Commitment(
        row.getString("id"),
        row.getString("plan"),
        row.getString("title"),
        row.getString("lead"),
        List.of(row.getArrayOfStrings("partners")),
        row.getString("problem"),
        row.getLocalDate("starts_on"),
        row.getLocalDate("ends_on"),
        row.getString("note"),
        actions == null ? List.of() : List.of(actions));
  }
}
