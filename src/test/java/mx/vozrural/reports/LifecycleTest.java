package mx.vozrural.reports;

import static mx.vozrural.domain.Status.ACCEPTED;
import static mx.vozrural.domain.Status.ASKED;
import static mx.vozrural.domain.Status.CONFIRMED;
import static mx.vozrural.domain.Status.IN_PROGRESS;
import static mx.vozrural.domain.Status.MERGED;
import static mx.vozrural.domain.Status.RECEIVED;
import static mx.vozrural.domain.Status.REFERRED;
import static mx.vozrural.domain.Status.REJECTED;
import static mx.vozrural.domain.Status.REOPENED;
import static mx.vozrural.domain.Status.RESOLVED;
import static mx.vozrural.domain.Status.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mx.vozrural.domain.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of states, against the table of the rules, written down here by its other end. */
class LifecycleTest {
  private static final Map<Status, Set<Status>> LEADS_TO =
      Map.ofEntries(
          Map.entry(RECEIVED, Set.of(ASKED, ACCEPTED, REFERRED, REJECTED, MERGED)),
          Map.entry(ASKED, Set.of(ACCEPTED, REJECTED, MERGED)),
          Map.entry(
              ACCEPTED,
              Set.of(ASKED, REFERRED, SCHEDULED, IN_PROGRESS, RESOLVED, REJECTED, MERGED)),
          Map.entry(REFERRED, Set.of(ACCEPTED, RESOLVED, REJECTED, MERGED)),
          Map.entry(
              SCHEDULED, Set.of(ACCEPTED, REFERRED, SCHEDULED, IN_PROGRESS, RESOLVED, MERGED)),
          Map.entry(IN_PROGRESS, Set.of(ACCEPTED, REFERRED, SCHEDULED, RESOLVED, MERGED)),
          Map.entry(RESOLVED, Set.of(CONFIRMED, REOPENED)),
          Map.entry(CONFIRMED, Set.of(REOPENED)),
          Map.entry(
              REOPENED,
              Set.of(
                  ASKED, ACCEPTED, REFERRED, SCHEDULED, IN_PROGRESS, RESOLVED, REJECTED, MERGED)),
          Map.entry(REJECTED, Set.of(REOPENED)),
          Map.entry(MERGED, Set.of()));

  static Stream<Arguments> pairs() {
    List<Arguments> pairs = new ArrayList<>();
    for (Status from : Status.values()) {
      for (Status to : Status.values()) {
        pairs.add(Arguments.of(from, to, LEADS_TO.getOrDefault(from, Set.of()).contains(to)));
      }
    }
    return pairs.stream();
  }

  @ParameterizedTest(name = "from {0} to {1}: {2}")
  @MethodSource("pairs")
  void the_table_of_states_is_the_whole_of_what_is_allowed(
      Status from, Status to, boolean allowed) {
    assertThat(Lifecycle.allowed(from, null, to)).isEqualTo(allowed);
    assertThat(Lifecycle.staffMay(from, null, to)).isEqualTo(allowed && to != CONFIRMED);
    assertThat(Lifecycle.staffMoves(from, null).contains(to)).isEqualTo(allowed && to != CONFIRMED);
  }

  static Stream<Arguments> waysBack() {
    return Stream.of(
        Arguments.of(ASKED, RECEIVED),
        Arguments.of(ASKED, REOPENED),
        Arguments.of(MERGED, RECEIVED),
        Arguments.of(MERGED, REFERRED),
        Arguments.of(MERGED, SCHEDULED),
        Arguments.of(MERGED, IN_PROGRESS),
        Arguments.of(MERGED, REOPENED));
  }

  @ParameterizedTest(name = "from {0} back to {1}")
  @MethodSource("waysBack")
  void from_asked_and_merged_there_is_the_way_back_and_to_nowhere_else(Status from, Status before) {
    assertThat(Lifecycle.allowed(from, before, before)).isTrue();
    assertThat(Lifecycle.staffMoves(from, before)).contains(before);
    assertThat(Lifecycle.allowed(from, ACCEPTED, before)).isEqualTo(before == ACCEPTED);
  }

  @Test
  void no_other_state_has_a_way_back() {
    for (Status from : Status.values()) {
      if (from != ASKED && from != MERGED) {
        assertThat(Lifecycle.staffMoves(from, RECEIVED))
            .as(from.code())
            .isEqualTo(Lifecycle.staffMoves(from, null));
      }
    }
  }
}
