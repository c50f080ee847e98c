package mx.vozrural.audit;

import org.jspecify.annotations.Nullable;

/**
 * Which reports somebody may see and work on.
 *
 * @param queue whether any
 * @param section the only section; null: all
 * @param restricted restricted ones too
 */
public record Scope(Actor actor, boolean queue, @Nullable String section, boolean restricted) {

  public boolean covers(@Nullable String reportSection, boolean reportRestricted) {
    return queue
        && (section == null || section.equals(reportSection))
        && (restricted || !reportRestricted);
  }
}
