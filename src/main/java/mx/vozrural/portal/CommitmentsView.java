package mx.vozrural.portal;

import java.util.List;

/** All commitments, plan by plan, the newest plan first. */
public record CommitmentsView(List<Plan> plans) {

  /**
   * @param period as the plan says it ("2023-2024")
   */
  public record Plan(String title, String period, List<CommitmentRow> commitments) {}
}
