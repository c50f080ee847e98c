package mx.vozrural.desk;

import java.util.List;
import mx.vozrural.commitments.Preview;
import mx.vozrural.web.Choice;
import mx.vozrural.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * The form for a broadcast.
 *
 * @param commitments to choose from
 * @param preview what it would be; null before it was asked for
 * @param reviewed what the preview is of, so that nothing else is proposed
 */
public record NewBroadcastView(
    DeskFrame frame,
    Fields fields,
    List<Choice> sections,
    List<Choice> categories,
    List<Choice> commitments,
    @Nullable Preview preview,
    String reviewed,
    FormErrors errors) {

  /**
   * As they were filled in.
   *
   * @param bodyEn the same in English, "" for none
   * @param folios typed, with blanks between
   * @param endsAt local, as browsers write it ("2026-11-24T18:00"), "" for none
   */
  public record Fields(
      String body,
      String bodyEn,
      List<String> sections,
      List<String> categories,
      String commitment,
      String folios,
      String endsAt) {
    static final Fields EMPTY = new Fields("", "", List.of(), List.of(), "", "", "");

    @Override
    public String toString() {
      return "Fields";
    }
  }
}
