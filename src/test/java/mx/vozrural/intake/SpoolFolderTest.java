package mx.vozrural.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import mx.vozrural.domain.Phone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that several instances share. */
class SpoolFolderTest {
  @TempDir Path base;

  /** Whose texts begin with our mark, we can open. */
  private static @Nullable SpooledText ours(byte[] record) {
    String words = new String(record, StandardCharsets.UTF_8);
    return words.startsWith("ours")
        ? new SpooledText(words, Phone.of("12345"), "", 0, null, Instant.EPOCH, null)
        : null;
  }

  private SpoolFolder folder() {
    return new SpoolFolder(base, SpoolFolder.Limits.DEFAULT);
  }

  private static byte[] record(String words) {
    return words.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void files_of_an_instance_that_ended_are_taken_and_those_of_another_key_stay()
      throws IOException {
    try (SpoolFolder first = folder()) {
      first.left(SpoolFolderTest::ours);
      try (SpoolFolder second = folder()) {
        second.append(List.of(record("ours 1"), record("ours 2")));
        assertThat(first.orphans(SpoolFolderTest::ours)).as("it runs").isEmpty();
      }
      try (SpoolFolder stranger = folder()) {
        stranger.left(SpoolFolderTest::ours);
        stranger.append(List.of(record("theirs")));
      }

      assertThat(first.orphans(SpoolFolderTest::ours))
          .extracting(found -> found.text().sid())
          .containsExactly("ours 1", "ours 2");
      assertThat(first.orphans(SpoolFolderTest::ours)).as("once").isEmpty();
      assertThat(first.damaged()).isZero();
      try (var left = Files.list(base.resolve("instance-2"))) {
        assertThat(left.filter(file -> file.toString().endsWith(".spool"))).hasSize(1);
      }
    }
  }

  @Test
  void a_file_that_is_kept_for_a_person_is_counted_in_whatever_folder() throws IOException {
    try (SpoolFolder first = folder();
        SpoolFolder second = folder()) {
      first.left(SpoolFolderTest::ours);
      SpoolFolder.Place place = second.append(List.of(record("ours 1")));
      place.spoil();
      second.done(place);

      assertThat(first.damaged()).isEqualTo(1);
      assertThat(first.takes()).isTrue();
    }
  }
}
