package mx.vozrural.twilio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mx.vozrural.domain.Phone;

/** What a request to the webhook for texts says, as far as it can be read. */
public sealed interface InboundRequest permits InboundText, InboundRequest.Incomplete {

  /**
   * No text can be filed from it.
   *
   * @param missing the parameters, by Twilio's names, that are missing or unreadable; never empty
   */
  record Incomplete(List<String> missing) implements InboundRequest {}

  /**
   * Reads the parameters of a text (https://www.twilio.com/docs/messaging/guides/webhook-request).
   * Those that it doesn't know are passed over: Twilio adds some without notice. Of repeated ones
   * the first counts.
   */
  static InboundRequest of(List<Parameter> parameters) {
    Optional<String> sid = sid(parameters);
    Optional<String> from = filled(parameters, "From");
    if (sid.isPresent() && from.isPresent()) {
      return text(parameters, sid.get(), Phone.of(from.get()));
    }
    List<String> missing = new ArrayList<>();
    if (sid.isEmpty()) {
      missing.add("MessageSid");
    }
    if (from.isEmpty()) {
      missing.add("From");
    }
    return new Incomplete(List.copyOf(missing));
  }

  private static InboundText text(List<Parameter> parameters, String sid, Phone from) {
    return new InboundText(
        sid,
        from,
        filled(parameters, "To").map(Phone::of).orElse(null),
        CleanText.of(Parameter.first(parameters, "Body").orElse("")),
        media(Parameter.first(parameters, "NumMedia").orElse("")),
        filled(parameters, "OptOutType").orElse(null),
        filled(parameters, "AccountSid").orElse(null));
  }

  /** The three hold the same value; the older two are Twilio's former names. */
  private static Optional<String> sid(List<Parameter> parameters) {
    return Stream.of("MessageSid", "SmsSid", "SmsMessageSid")
        .flatMap(name -> Parameter.first(parameters, name).stream())
        .filter(InboundRequest::isSid)
        .findFirst();
  }

  private static boolean isSid(String value) {
    return InboundText.SID.matcher(value).matches();
  }

  private static Optional<String> filled(List<Parameter> parameters, String name) {
    return Parameter.first(parameters, name).filter(value -> !value.isBlank());
  }

  private static int media(String count) {
    return InboundText.COUNT.matcher(count).matches()
        ? Math.min(Integer.parseInt(count), InboundText.MOST_MEDIA)
        : 0;
  }
}
