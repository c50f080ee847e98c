package mx.vozrural.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The spool's file as a crash or a bad disk leaves it. */
class SpoolFileTest {
  private static final List<byte[]> RECORDS =
      IntStream.range(0, 5)
          .mapToObj(i -> ("record number " + i).repeat(i + 1).getBytes(StandardCharsets.UTF_8))
          .toList();

  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void write() throws IOException {
    path = folder.resolve("1.spool");
    try (SpoolFile file = SpoolFile.create(path)) {
      file.append(RECORDS.subList(0, 2));
      file.append(RECORDS.subList(2, 5));
    }
  }

  @Test
  void what_was_written_is_read_in_order() throws IOException {
    SpoolFile.Contents contents = SpoolFile.read(path);

    assertThat(contents.records()).containsExactlyElementsOf(RECORDS);
    assertThat(contents.torn()).isFalse();
    assertThat(contents.damaged()).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
  }

  @Test
  void cut_off_at_any_byte_it_gives_what_is_whole_and_says_that_it_is_torn() throws IOException {
    byte[] whole = Files.readAllBytes(path);
    int[] ends = ends();
    for (int length = 0; length < whole.length; length++) {
      Files.write(path, Arrays.copyOf(whole, length));
      SpoolFile.Contents contents = SpoolFile.read(path);
      int at = length;
      int complete = (int) Arrays.stream(ends).filter(end -> end <= at).count();
      boolean between = length == 0 || Arrays.stream(ends).anyMatch(end -> end == at);

      assertThat(contents.records())
          .as("cut at " + length)
          .containsExactlyElementsOf(RECORDS.subList(0, complete));
      assertThat(contents.torn()).as("cut at " + length).isEqualTo(!between);
      assertThat(contents.damaged()).as("cut at " + length).isZero();
    }
  }

  private static int[] ends() {
    int[] ends = new int[RECORDS.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += SpoolFile.framed(RECORDS.get(i));
      ends[i] = end;
    }
    return ends;
  }

  @Test
  void one_flipped_bit_anywhere_costs_its_own_record_and_is_reported() throws IOException {
    byte[] whole = Files.readAllBytes(path);
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      Files.write(path, flipped);
      SpoolFile.Contents contents = SpoolFile.read(path);

      int damaged = 0;
      while (ends()[damaged] <= bit / 8) {
        damaged++;
      }
      List<byte[]> others = new java.util.ArrayList<>(RECORDS);
      others.remove(damaged);
      assertThat(contents.records()).as("bit " + bit).containsExactlyElementsOf(others);
      assertThat(contents.damaged() > 0 || contents.torn()).as("bit " + bit).isTrue();
    }
  }

  @Test
  void rubbish_is_no_record() throws IOException {
    Files.write(path, new byte[1_000]);

    assertThat(SpoolFile.read(path).records()).isEmpty();
    assertThat(SpoolFile.read(path).damaged()).isEqualTo(1);
  }
}
