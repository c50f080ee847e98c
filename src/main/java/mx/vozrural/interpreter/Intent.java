package mx.vozrural.interpreter;

import java.util.Locale;

/** What somebody who texts wants; {@link #code()} is the word of the labelling guide. */
public enum Intent {
  REPORT,
  FOLLOW_UP,
  STATUS_QUERY,
  CLOSE_CONFIRM,
  REOPEN,
  COMMITMENT_QUERY,
  INFO_REQUEST,
  COMPLAINT,
  OPT_OUT,
  OPT_IN,
  HELP,
  PRIVACY_REQUEST,
  ACK,
  SHORT_REPLY,
  ABUSE,
  SPAM,
  UNCLEAR,
  EMPTY;

  private final String code = name().toLowerCase(Locale.ROOT);

  /**
   * @throws IllegalArgumentException for a code that is none
   */
  public static Intent of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  public String code() {
    return code;
  }
}
