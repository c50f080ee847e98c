package mx.vozrural.reports;

/**
 * A report changed between being read and being written: the transaction is undone and what led to
 * it is judged again.
 */
public final class StaleReport extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StaleReport() {
    super("a report changed meanwhile");
  }
}
