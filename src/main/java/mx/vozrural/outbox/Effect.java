package mx.vozrural.outbox;

import java.time.Duration;

/** What a step of one text asks for beside its own row. */
sealed interface Effect {

  /** The gateway takes nothing from anybody: all senders wait, and the alarm says so. */
  record Halt(int code) implements Effect {}

  /** The gateway can't take so many at once: the common pace waits a moment. */
  record Slow(Duration pause) implements Effect {}

  /** The resident told the gateway to stop. */
  record OptedOut() implements Effect {}

  /** Two machines answer each other: nothing leaves to this phone for so long. */
  record Pause(Duration time) implements Effect {}

  /** Staff must hear of it. */
  record Alert(int code, SendResult.Reason reason) implements Effect {}
}
