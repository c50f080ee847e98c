package mx.vozrural.dialogue;

import java.util.Optional;

/** One rule of the exchange; empty where it has nothing to say to a text. */
@FunctionalInterface
interface Rule {
  Optional<Outcome> judge(Turn turn);
}
