package mx.vozrural.intake;

import mx.vozrural.database.SqlFailure;

/** A failure in words for the log: an exception's own may repeat what a resident wrote. */
final class Fault {
  private Fault() {}

  static String of(Throwable failure) {
    if (failure instanceof SqlFailure) {
      return String.valueOf(failure.getMessage());
    }
    StackTraceElement[] trace = failure.getStackTrace();
    return failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
