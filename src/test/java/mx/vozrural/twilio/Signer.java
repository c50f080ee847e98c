package mx.vozrural.twilio;

import java.util.List;
import java.util.TreeSet;
import mx.vozrural.twilio.standin.Signature;

/** Signs forms in which names come more than once: sorted, and each pair once. */
final class Signer {
  private Signer() {}

  static String sign(String token, String url, List<Parameter> parameters) {
    StringBuilder text = new StringBuilder(url);
    new TreeSet<>(parameters).forEach(p -> text.append(p.name()).append(p.value()));
    return Signature.of(token, text.toString());
  }
}
