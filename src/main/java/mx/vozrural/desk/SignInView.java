package mx.vozrural.desk;

import org.jspecify.annotations.Nullable;

/**
 * The way in.
 *
 * @param problem why it didn't work; the same words whether the account exists or not
 * @param asksCode whether to ask for the second factor's code too
 */
public record SignInView(String csrf, String email, @Nullable String problem, boolean asksCode) {}
