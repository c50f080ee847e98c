package mx.vozrural.domain;

import static mx.vozrural.domain.Phone.Kind.NAME;
import static mx.vozrural.domain.Phone.Kind.NUMBER;
import static mx.vozrural.domain.Phone.Kind.SHORT_CODE;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+526145551234",
        "+5216145551234",
        "5216145551234",
        "526145551234",
        "6145551234",
        "614 555 12 34",
        "(614) 555-1234",
        "614.555.1234",
        "614,555,1234",
        " 614\u00A0555\u20111234 ",
        "+52 1 614 555 1234",
        "+52 (614) 555-1234",
        "\u202A+52 614 555 1234\u202C",
        "0052 614 555 1234",
        "00521 614 555 1234",
        "01 614 555 1234",
        "044 614 555 1234",
        "045 614 555 1234",
        "614\n5551234",
      })
  void a_mexican_number_has_one_form_however_it_is_written(String raw) {
    assertThat(Phone.of(raw)).isEqualTo(new Phone("+526145551234", NUMBER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+526142000001",
        "+526145010001",
        "+526141234567",
        "+520000000000",
        "+529999999999"
      })
  void a_number_that_no_plan_knows_yet_is_a_number_all_the_same(String raw) {
    assertThat(Phone.of(raw)).isEqualTo(new Phone(raw, NUMBER));
    assertThat(Phone.of(raw).value()).as("the usual form, taken without a look").isSameAs(raw);
  }

  /** A national number that begins with 52, or with 521, has a prefix only if it is long enough. */
  @ParameterizedTest
  @CsvSource({
    "5215551234, +525215551234",
    "5255551234, +525255551234",
    "521234567890, +521234567890",
    "5211234567890, +521234567890"
  })
  void digits_are_a_prefix_only_before_ten_others(String raw, String e164) {
    assertThat(Phone.of(raw)).isEqualTo(new Phone(e164, NUMBER));
  }

  @ParameterizedTest
  @CsvSource({
    "+19155551234, +19155551234",
    "+1 (915) 555-1234, +19155551234",
    "00 1 915 555 1234, +19155551234",
    "+442079460123, +442079460123",
    "+39 06 1234 5678, +390612345678"
  })
  void a_foreign_number_keeps_its_country(String raw, String e164) {
    assertThat(Phone.of(raw)).isEqualTo(new Phone(e164, NUMBER));
  }

  @ParameterizedTest
  @CsvSource({"911, 911", "26262, 26262", "12345678, 12345678", "26-262, 26262", "' 788 ', 788"})
  void three_to_eight_digits_are_a_service(String raw, String code) {
    assertThat(Phone.of(raw)).isEqualTo(new Phone(code, SHORT_CODE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "12",
        "TELCEL",
        "INE 2026",
        "BANCO 6145551234",
        "614555123a",
        "whatsapp:+526145551234",
        "6145551234 ext 5",
        "1-800-FLOWERS",
        "+52614555123",
        "+5261455512345",
        "+52614555",
        "+26262",
        "123456789",
        "0145551234",
        "1145551234",
        "01145551234",
        "046 614 555 1234",
        "+044 614 555 1234",
        "+52 044 614 555 1234",
        "+999123456789",
        "+1915555",
        "+19155551234567",
        "+12345678901234567890123456789",
        "++526145551234",
        "٦١٤٥٥٥١٢٣٤",
        "¡Hola! 🌵",
      })
  void anything_else_is_a_name_as_it_came(String raw) {
    assertThat(Phone.of(raw)).isEqualTo(new Phone(raw, NAME));
  }

  @ParameterizedTest
  @CsvSource({"+52614555123x", "x526145551234", "+53614555123", "+52614555123/", "+52614555123:"})
  void thirteen_characters_alone_make_no_mexican_number(String raw) {
    assertThat(Phone.of(raw).kind()).isEqualTo(NAME);
  }

  @ParameterizedTest
  @CsvSource({
    "'TEL\u0007CEL', TELCEL",
    "'TEL\u200BCEL\u202E', TELCEL",
    "'TEL\uD83DCEL', TELCEL",
    "'A\r\nB\t', AB",
  })
  void characters_that_nobody_sees_are_taken_out_of_a_name(String raw, String name) {
    assertThat(Phone.of(raw)).isEqualTo(new Phone(name, NAME));
  }

  @Test
  void a_name_has_at_most_64_characters_and_no_half_of_one() {
    assertThat(Phone.of("x".repeat(64)).value()).isEqualTo("x".repeat(64));
    assertThat(Phone.of("x".repeat(65)).value()).isEqualTo("x".repeat(64));
    assertThat(Phone.of("x".repeat(62) + "🌵🌵").value()).isEqualTo("x".repeat(62) + "🌵");
    assertThat(Phone.of("x".repeat(63) + "🌵").value()).isEqualTo("x".repeat(63));
    assertThat(Phone.of("x".repeat(64) + "🌵").value()).isEqualTo("x".repeat(64));
  }

  @Property(tries = 1000, seed = "20260104")
  void no_sender_makes_it_fail_and_the_outcome_stands(@ForAll String raw) {
    Phone phone = Phone.of(raw);
    assertThat(Phone.of(phone.value())).isEqualTo(phone);
  }

  @Property(tries = 1000, seed = "20260105")
  void digits_of_any_length_are_read_the_same_twice(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long digits) {
    Phone phone = Phone.of("+" + digits);
    assertThat(Phone.of(phone.value())).isEqualTo(phone);
  }

  @ParameterizedTest
  @CsvSource({"+526145551234, ••34", "7, ••7", "'', ••"})
  void a_phone_shows_its_last_two_digits_only(String value, String masked) {
    Phone phone = new Phone(value, NAME);
    assertThat(phone.masked()).isEqualTo(masked);
    assertThat(phone).hasToString("Phone[" + masked + "]");
  }
}
