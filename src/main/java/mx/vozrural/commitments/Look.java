package mx.vozrural.commitments;

/** What became of asking what a draft would be. */
public sealed interface Look {

  /** It could be proposed so. */
  record Fits(Preview preview) implements Look {}

  /** It could not. */
  record Refused(Step.Refused why) implements Look {}
}
