package mx.vozrural.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.DecoderException;
import io.vertx.core.json.DecodeException;
import io.vertx.ext.web.handler.HttpException;
import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {
  static Stream<Arguments> failures() {
    var large = new IOException("Size exceed allowed maximum capacity");
    return Stream.of(
        Arguments.of(404, null, 404),
        Arguments.of(-1, null, 500),
        Arguments.of(500, new IllegalStateException(), 500),
        Arguments.of(500, new IllegalArgumentException(), 500),
        Arguments.of(-1, new HttpException(422), 422),
        Arguments.of(400, large, 413),
        Arguments.of(200, large, 413),
        Arguments.of(500, new IllegalStateException(large), 413),
        Arguments.of(200, new IOException("Connection reset"), 500),
        Arguments.of(500, new DecoderException(), 400),
        Arguments.of(500, new DecodeException(), 400),
        Arguments.of(503, new IllegalStateException(), 503));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFailureIsTheClientsWhereItsRequestCouldNotBeRead(
      int stated, @Nullable Throwable failure, int answered) {
    assertThat(Failures.status(stated, failure)).isEqualTo(answered);
  }

  @Test
  void theTraceNamesWhereAndNotWhat() {
    var cause = new IllegalArgumentException("Key (phone)=(+526145550121)");
    assertThat(Failures.trace(new IllegalStateException("no hay agua", cause)))
        .contains("IllegalStateException", "IllegalArgumentException", "FailuresTest.theTrace")
        .doesNotContain("agua", "6145550121");
    assertThat(Failures.trace(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        400, 401, 403, 404, 405, 406, 408, 409, 410, 412, 413, 414, 415, 418, 422, 428, 429, 500,
        501, 503
      })
  void everyStatusHasWords(int status) {
    Problem problem = Problem.of(status);
    assertThat(problem.status()).isEqualTo(status);
    assertThat(problem.heading()).isNotBlank();
    assertThat(problem.detail()).endsWith(".");
    assertThat(problem.title()).isNotBlank();
  }
}
