package mx.vozrural.domain;

/** Telephone numbers as people read and type them. */
public final class PhoneFormat {
  private PhoneFormat() {}

  /** Mexican numbers in ten digits, grouped as they are said; others as they are. */
  public static String spoken(Phone phone) {
    String value = phone.value();
    return value.matches("\\+52\\d{10}")
        ? value.substring(3, 6) + " " + value.substring(6, 9) + " " + value.substring(9)
        : value;
  }
}
