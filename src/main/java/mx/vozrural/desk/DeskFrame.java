package mx.vozrural.desk;

/**
 * What every page of the desk shows around its content.
 *
 * @param email whose session
 * @param role in words ("Triaje")
 * @param csrf token of the session, for every form
 * @param here the entry of the menu that is open
 * @param keptTexts texts that nobody has looked at
 */
public record DeskFrame(String email, String role, String csrf, Place here, long keptTexts) {

  /** The menu. */
  public enum Place {
    QUEUE("/mesa", "Cola"),
    TEXTS("/mesa/textos", "Textos"),
    BROADCASTS("/mesa/avisos", "Avisos");

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
