package mx.vozrural.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One file of the spool: records one after the other, each a mark, its length, its checksum
 * (CRC-32C) and its bytes. A file is written by one process from its beginning and never again.
 * What is torn or damaged is told apart from what is whole, and passed over.
 */
final class SpoolFile implements AutoCloseable {
  private static final int MARK = 0x565A5431;
  private static final int HEAD = 12;
  private static final int LONGEST = 64 * 1024;

  private final Path path;
  private final FileChannel channel;

  private SpoolFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Makes a file that only its owner reads; its name outlives a power failure too. */
  static SpoolFile create(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            Files.createFile(
                path,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))),
            StandardOpenOption.WRITE);
    forceFolderOf(path);
    return new SpoolFile(path, channel);
  }

  static void forceFolderOf(Path entry) throws IOException {
    Path folder = Objects.requireNonNull(entry.toAbsolutePath().getParent());
    try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true);
    }
  }

  Path path() {
    return path;
  }

  long size() throws IOException {
    return channel.size();
  }

  /** Bytes that a record takes up. */
  static int framed(byte[] record) {
    return HEAD + record.length;
  }

  /** All of them are on the disk when it returns; none of them is there where it throws. */
  void append(List<byte[]> records) throws IOException {
    long before = channel.size();
    ByteBuffer frames = ByteBuffer.allocate(records.stream().mapToInt(SpoolFile::framed).sum());
    for (byte[] record : records) {
      frames.putInt(MARK).putInt(record.length).putInt(checksum(record)).put(record);
    }
    frames.flip();
    try {
      while (frames.hasRemaining()) {
        channel.write(frames, before + frames.position());
      }
      channel.force(false);
    } catch (IOException e) {
      channel.truncate(before);
      throw e;
    }
  }

  private static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  /**
   * What a file holds.
   *
   * @param torn the file ends within a record: a process or the power ended while it was written,
   *     and nobody was answered for it
   * @param damaged places before the end at which bytes were changed
   */
  record Contents(List<byte[]> records, boolean torn, int damaged) {}

  static Contents read(Path path) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
    List<byte[]> records = new ArrayList<>();
    int damaged = 0;
    boolean sound = true;
    while (bytes.remaining() >= HEAD) {
      int start = bytes.position();
      byte[] record = next(bytes);
      if (record != null) {
        records.add(record);
        sound = true;
      } else if (reachesPastTheEnd(bytes, start) && !holdsMark(bytes, start + 1)) {
        return new Contents(List.copyOf(records), true, damaged);
      } else {
        // Counted once for each stretch; the next mark is searched byte by byte.
        damaged += sound ? 1 : 0;
        sound = false;
        bytes.position(start + 1);
      }
    }
    return new Contents(List.copyOf(records), bytes.hasRemaining() && sound, damaged);
  }

  private static byte @Nullable [] next(ByteBuffer bytes) {
    int mark = bytes.getInt();
    int length = bytes.getInt();
    int checksum = bytes.getInt();
    if (mark != MARK || length <= 0 || length > LONGEST || length > bytes.remaining()) {
      return null;
    }
    byte[] record = new byte[length];
    bytes.get(record);
    return checksum(record) == checksum ? record : null;
  }

  private static boolean reachesPastTheEnd(ByteBuffer bytes, int start) {
    int length = bytes.getInt(start + 4);
    return bytes.getInt(start) == MARK
        && length > 0
        && length <= LONGEST
        && start + HEAD + length > bytes.limit();
  }

  private static boolean holdsMark(ByteBuffer bytes, int from) {
    for (int i = from; i + HEAD <= bytes.limit(); i++) {
      if (bytes.getInt(i) == MARK) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
