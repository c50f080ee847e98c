package mx.vozrural.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @Test
  void fields_are_quoted_where_they_must_and_lines_end_as_the_standard_says() {
    assertThat(
            Csv.of(List.of("a", "b"), List.of(List.of("1,5", "x"), List.of("say \"no\"", "y\nz"))))
        .isEqualTo("a,b\r\n\"1,5\",x\r\n\"say \"\"no\"\"\",\"y\nz\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+52", "-2", "@sum", "\tx", "=a\nb"})
  void what_a_spreadsheet_would_run_is_defused(String field) {
    assertThat(Csv.of(List.of("a"), List.of(List.of(field)))).contains("'" + field);
  }

  @Test
  void other_fields_stay_as_they_are() {
    assertThat(Csv.of(List.of("a"), List.of(List.of("1-2=3@x")))).isEqualTo("a\r\n1-2=3@x\r\n");
  }
}
