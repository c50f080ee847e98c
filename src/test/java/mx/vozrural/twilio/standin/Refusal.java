package mx.vozrural.twilio.standin;

/** Errors of the API, as https://www.twilio.com/docs/api/errors lists them. */
public enum Refusal {
  AUTHENTICATE(20003, 401, "Authenticate"),
  BAD_REQUEST(20001, 400, "Bad Request"),
  NOT_FOUND(20404, 404, "The requested resource was not found"),
  TOO_MANY(20429, 429, "Too Many Requests"),
  INTERNAL(20500, 500, "An internal server error has occurred"),
  UNAVAILABLE(20503, 503, "Service unavailable"),
  NO_RECIPIENT(21604, 400, "A 'To' phone number is required."),
  INVALID_RECIPIENT(21211, 400, "Invalid 'To' Phone Number"),
  NO_SENDER(21603, 400, "A 'From' phone number is required."),
  NOT_OUR_SENDER(21606, 400, "The 'From' phone number provided is not a valid message-capable one"),
  NO_BODY(21602, 400, "Message body is required."),
  TOO_LONG(21617, 400, "The concatenated message body exceeds the 1600 character limit"),
  UNSUBSCRIBED(21610, 400, "Attempt to send to unsubscribed recipient"),
  QUEUE_FULL(21611, 429, "This 'From' number has exceeded the maximum number of queued messages"),
  NO_ROUTE(21612, 400, "The 'To' phone number is not currently reachable from the 'From' one"),
  NOT_MOBILE(21614, 400, "'To' number is not a valid mobile number"),
  REGION(21408, 403, "Permission to send an SMS has not been enabled for the region");

  private final int code;
  private final int status;
  private final String message;

  Refusal(int code, int status, String message) {
    this.code = code;
    this.status = status;
    this.message = message;
  }

  public int code() {
    return code;
  }

  /** Of HTTP. */
  public int status() {
    return status;
  }

  String message() {
    return message;
  }
}
