package mx.vozrural.desk;

import java.util.List;

/**
 * How the machine read a text.
 *
 * @param model that read it
 * @param current whether that model still reads: else the words may be another's
 */
public record ReadingBlock(List<Line> lines, String model, boolean current) {

  /**
   * @param sure in per cent
   * @param words of the text that led to it, normalised; empty where none stand out
   */
  public record Line(String label, String value, String sure, String words) {
    Line by(String evidence) {
      return new Line(label, value, sure, evidence);
    }

    @Override
    public String toString() {
      return "Line[" + label + "]";
    }
  }
}
