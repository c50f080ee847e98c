package mx.vozrural.interpreter;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import mx.vozrural.interpreter.Reading.Trait;

/** Facts about a text beside its fields. */
final class Traits {

  private final Map<Trait, Integer> signals;

  Traits(RuleBook book) {
    signals = new EnumMap<>(Trait.class);
    for (Trait trait : Trait.values()) {
      if (book.tells("trait " + trait)) {
        signals.put(trait, book.signal("trait " + trait));
      }
    }
  }

  Set<Trait> find(
      Findings findings, boolean atHome, boolean place, boolean commitmentCode, Intent intent) {
    EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
    signals.forEach((trait, signal) -> {
      if (findings.has(signal)) {
        traits.add(trait);
      }
    });
    set(traits, Trait.VIOLENCE_AT_HOME, atHome);
    set(traits, Trait.SAYS_WHERE, place);
    set(traits, Trait.NAMES_COMMITMENT, commitmentCode);
    set(traits, Trait.SAYS_SOLVED, intent == Intent.CLOSE_CONFIRM);
    set(traits, Trait.SAYS_UNSOLVED, intent == Intent.REOPEN);
    boolean denied = traits.contains(Trait.SAYS_UNSOLVED) && intent != Intent.CLOSE_CONFIRM;
    if (denied || intent == Intent.STATUS_QUERY) {
      traits.remove(Trait.SAYS_SOLVED);
    }
    return Collections.unmodifiableSet(traits);
  }

  private static void set(Set<Trait> traits, Trait trait, boolean holds) {
    if (holds) {
      traits.add(trait);
    }
  }
}
