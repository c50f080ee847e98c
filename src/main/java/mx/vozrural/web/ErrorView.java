package mx.vozrural.web;

/**
 * The page that says why there is no other page.
 *
 * @param desk whether it was the staff's desk that was asked: its way back leads there
 */
public record ErrorView(Problem problem, boolean desk) {

  /** Where to go on from here. */
  public String back() {
    return desk ? "/mesa" : "/";
  }
}
