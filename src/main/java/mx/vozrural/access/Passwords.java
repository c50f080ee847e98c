package mx.vozrural.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;

/**
 * Argon2id with 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet). At most two at a
 * time: a flood of sign-ins must take neither the memory nor every core from the texts.
 */
public final class Passwords {
  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

  /** Checked where there is no such account, so that both take as long. */
  private static final String NOBODY = hash("nobody has this password");

  private static final Semaphore AT_ONCE = new Semaphore(2);

  private Passwords() {}

  public static String hash(String password) {
    return Password.hash(password).addRandomSalt(16).with(ARGON2).getResult();
  }

  /**
   * @param hash null where there is no such account
   */
  public static boolean matches(String password, @org.jspecify.annotations.Nullable String hash) {
    AT_ONCE.acquireUninterruptibly();
    try {
      boolean right = Password.check(password, hash == null ? NOBODY : hash).with(ARGON2);
      return right && hash != null;
    } finally {
      AT_ONCE.release();
    }
  }
}
