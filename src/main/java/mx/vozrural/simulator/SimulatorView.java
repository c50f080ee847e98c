package mx.vozrural.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A telephone on the screen.
 *
 * @param phones those that have texted before, the last one first
 * @param phone whose screen it is, E.164
 * @param bubbles the conversation, oldest first
 * @param problem why the last text wasn't taken; null where it was
 */
public record SimulatorView(
    String csrf,
    List<String> phones,
    String phone,
    List<Bubble> bubbles,
    String body,
    @Nullable String problem) {

  /**
   * @param state how far an answer got ("entregado"); null for the phone's own texts
   */
  public record Bubble(boolean fromPhone, String body, Instant at, @Nullable String state) {
    @Override
    public String toString() {
      return "Bubble";
    }
  }

  /** The address of a phone's screen. */
  public static String address(String phone) {
    return "/simulador?from=" + URLEncoder.encode(phone, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "SimulatorView";
  }
}
