package mx.vozrural.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text to be sent that is no direct answer.
 *
 * @param parts template keys; their headers say when the text would no longer be true
 * @param stream what kind of text it is, for who left one kind and for the ledger
 * @param trueUntil a moment from which it is false, whatever its template says; null: none
 * @param staff who had it sent
 */
public record Notice(
    long resident,
    @Nullable Long folio,
    String language,
    List<String> parts,
    Map<String, String> values,
    Stream stream,
    Urgency urgency,
    @Nullable Instant trueUntil,
    @Nullable Long staff) {

  /** One that is true as long as its template says. */
  public Notice(
      long resident,
      @Nullable Long folio,
      String language,
      List<String> parts,
      Map<String, String> values,
      Stream stream,
      Urgency urgency,
      @Nullable Long staff) {
    this(resident, folio, language, parts, values, stream, urgency, null, staff);
  }

  /** Kinds of texts: each may be left or paid for apart. */
  public enum Stream {
    /** Answers somebody's own text. */
    ANSWER,
    /** About one's own report. */
    REPORT,
    /** To who subscribed. */
    NOTICE,
    /** A code that was just asked for. */
    CODE,
    /** To staff on duty. */
    DUTY;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What leaves first; the number stands in the database. */
  public enum Urgency {
    /** Danger to life, codes, direct answers: at any hour. */
    SAFETY(0),
    /** What somebody waits for: about their own report. */
    UPDATE(1),
    /** To many. */
    BROADCAST(2);

    private final int priority;

    Urgency(int priority) {
      this.priority = priority;
    }

    int priority() {
      return priority;
    }

    /** Whether it leaves in quiet hours too. */
    boolean anyHour() {
      return this == SAFETY;
    }
  }
}
