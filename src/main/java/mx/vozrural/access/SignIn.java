package mx.vozrural.access;

import java.time.Duration;

/** What comes of trying to sign in. */
public sealed interface SignIn {
  /**
   * In.
   *
   * @param token what the browser keeps; we keep its digest
   */
  record Welcome(Staff staff, String token) implements SignIn {}

  /** Unknown account or wrong password: which of them, nobody is told. */
  record Refused() implements SignIn {}

  /** Too many wrong ones on this account. */
  record Locked(Duration pause) implements SignIn {}

  /** Too many wrong ones from this address. */
  record Slowed(Duration pause) implements SignIn {}
}
