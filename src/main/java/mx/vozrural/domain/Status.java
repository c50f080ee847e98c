package mx.vozrural.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The states of a report. {@link #code()} is what the API and the database write. */
public enum Status {
  RECEIVED,
  ASKED,
  ACCEPTED,
  REFERRED,
  SCHEDULED,
  IN_PROGRESS,
  RESOLVED,
  CONFIRMED,
  REOPENED,
  REJECTED,
  MERGED;

  private final String code = name().toLowerCase(Locale.ROOT);

  public String code() {
    return code;
  }

  /** Whether somebody still owes work or an answer. */
  public boolean open() {
    return switch (this) {
      case RECEIVED, ASKED, ACCEPTED, REFERRED, SCHEDULED, IN_PROGRESS, REOPENED -> true;
      case RESOLVED, CONFIRMED, REJECTED, MERGED -> false;
    };
  }

  public static Optional<Status> of(String code) {
    return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
  }
}
