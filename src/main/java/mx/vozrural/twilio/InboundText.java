package mx.vozrural.twilio;

import java.util.regex.Pattern;
import mx.vozrural.domain.Phone;
import org.jspecify.annotations.Nullable;

/**
 * A text from a phone, as Twilio hands it over.
 *
 * @param messageSid Twilio's name for it, the same whenever it comes again
 * @param to the number that it was sent to; null where Twilio didn't say
 * @param body without control characters, so that any database takes it
 * @param numMedia pictures that came along, 10 at most
 * @param optOutType STOP, START or HELP where Advanced Opt-Out is on and has answered the text
 *     already; null for all others
 * @param accountSid whose text it is; null where Twilio didn't say
 */
public record InboundText(
    String messageSid,
    Phone from,
    @Nullable Phone to,
    String body,
    int numMedia,
    @Nullable String optOutType,
    @Nullable String accountSid)
    implements InboundRequest {

  /** Twilio's limit for a message. */
  static final int MOST_MEDIA = 10;

  static final Pattern SID = Pattern.compile("(SM|MM)[0-9a-f]{32}");
  static final Pattern COUNT = Pattern.compile("\\d{1,9}");

  @Override
  public String toString() {
    return "InboundText[" + messageSid + "]";
  }
}
