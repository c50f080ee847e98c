package mx.vozrural.desk;

import java.util.List;

/**
 * What every page of the desk shows around its content.
 *
 * @param email whose session
 * @param role in words ("Triaje")
 * @param csrf token of the session, for every form
 * @param here the entry of the menu that is open
 * @param keptTexts texts that nobody has looked at
 * @param setsDuty whether they say who is on duty
 * @param alarms what is wrong with the service, in words
 */
public record DeskFrame(
    String email,
    String role,
    String csrf,
    Place here,
    long keptTexts,
    boolean setsDuty,
    List<String> alarms) {

  /** Whether the menu has this entry for who is signed in. */
  public boolean offers(Place place) {
    return place != Place.DUTY || setsDuty;
  }

  /** The menu. */
  public enum Place {
    QUEUE("/mesa", "Cola"),
    TEXTS("/mesa/textos", "Textos"),
    DUTY("/mesa/ajustes/guardia", "Guardia");

    private final String address;
    private final String label;

    Place(String address, String label) {
      this.address = address;
      this.label = label;
    }

    public String address() {
      return address;
    }

    public String label() {
      return label;
    }
  }
}
