package mx.vozrural.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mx.vozrural.domain.Phone;

/** The phone network's own record of what residents texted. */
public interface GatewayList {

  /**
   * A text as the network has it.
   *
   * @param sid its name there
   * @param media pictures that came along: a count, they are never fetched
   */
  record Listed(String sid, Phone from, String body, int media, Instant at) {
    @Override
    public String toString() {
      return "Listed[" + sid + "]";
    }
  }

  /**
   * What came from then until then, the newest first; empty where the list can't be read whole, be
   * it that it is too long.
   */
  Optional<List<Listed>> between(Instant from, Instant until);
}
