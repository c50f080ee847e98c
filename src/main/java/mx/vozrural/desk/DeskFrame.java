package mx.vozrural.desk;

import java.util.Arrays;
import java.util.List;
import mx.vozrural.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * What every page of the desk shows around its content.
 *
 * @param email whose session
 * @param role in words ("Triaje")
 * @param csrf token of the session, for every form
 * @param here the entry of the menu that is open
 * @param keptTexts texts that nobody has looked at
 * @param parkedTexts texts to residents that wait for a person to decide
 * @param menu what this role may open
 * @param warning what everybody at the desk must know now; null where there is nothing
 * @param alarms what is wrong with the service, in words
 */
public record DeskFrame(
    String email,
    String role,
    String csrf,
    Place here,
    long keptTexts,
    long parkedTexts,
    List<Place> menu,
    @Nullable String warning,
    List<String> alarms) {

  /** The menu. */
  public enum Place {
    QUEUE("/mesa", "Cola"),
    TEXTS("/mesa/textos", "Textos"),
    BROADCASTS("/mesa/avisos", "Avisos"),
    SPENDING("/mesa/gastos", "Gastos"),
    READING("/mesa/lectura", "Lectura"),
    DUTY("/mesa/ajustes/guardia", "Guardia");

    private final String address;
    private final String label;

    Place(String address, String label) {
      this.address = address;
      this.label = label;
    }

    /** What a role may open. */
    static List<Place> of(Role role) {
      return Arrays.stream(values())
          .filter(place -> place != SPENDING || role.seesSpending())
          .filter(place -> place != DUTY || role.setsDuty())
          .toList();
    }

    public String address() {
      return address;
    }

    public String label() {
      return label;
    }
  }
}
