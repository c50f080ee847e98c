package mx.vozrural.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one instance's spool. A file goes when all of its texts are filed: who is killed
 * before brings some of them again, and each text's own name makes that one effect. Instances that
 * share a folder each take a subfolder of their own; {@link Spool} alone calls it, under its lock.
 */
public final class SpoolFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SpoolFolder.class);
  private static final String SUFFIX = ".spool";
  private static final long ROTATE_BYTES = 256 * 1024;
  private static final int MOST_SHARING = 16;

  private final Path base;
  private final Limits limits;
  private @Nullable Path folder;
  private @Nullable FileChannel claim;
  private @Nullable SpoolFile open;
  private @Nullable Place openPlace;
  private long bytes;
  private long next = 1;

  /** How much may wait: past it the door refuses, and the gateway's list is what remains. */
  public record Limits(long bytes, int texts) {
    public static final Limits DEFAULT = new Limits(16L * 1024 * 1024, 50_000);
  }

  /** A file and how many of its texts still wait. */
  static final class Place {
    private final Path path;
    private final boolean torn;
    private long bytes;
    private int waiting;
    private boolean spoilt;

    private Place(Path path, boolean torn) {
      this.path = path;
      this.torn = torn;
    }

    /** A person must look at it: it is kept. */
    void spoil() {
      spoilt = true;
    }
  }

  /** A text of an earlier process. */
  record Found(SpooledText text, Place place) {}

  /**
   * @param base made with the first text
   */
  public SpoolFolder(Path base, Limits limits) {
    this.base = base;
    this.limits = limits;
  }

  /** The texts that an earlier process left, the oldest first. */
  List<Found> left(Function<byte[], @Nullable SpooledText> opened) {
    List<Found> found = new ArrayList<>();
    if (!Files.isDirectory(base)) {
      return found;
    }
    try {
      for (Path file : files(claimed())) {
        next = Math.max(next, number(file) + 1);
        found.addAll(read(file, opened));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("the spool in DATA_DIR can't be read", e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    }
  }

  private static long number(Path file) {
    return Long.parseLong(file.getFileName().toString().replaceAll("\\D", ""));
  }

  private List<Found> read(Path file, Function<byte[], @Nullable SpooledText> opened)
      throws IOException {
    SpoolFile.Contents contents = SpoolFile.read(file);
    Place place = new Place(file, contents.torn());
    place.bytes = Files.size(file);
    place.spoilt = contents.damaged() > 0;
    bytes += place.bytes;
    List<Found> found = new ArrayList<>();
    for (byte[] record : contents.records()) {
      SpooledText text = opened.apply(record);
      if (text == null) {
        place.spoilt = true;
      } else {
        found.add(new Found(text, place));
      }
    }
    place.waiting = found.size();
    if (place.torn || place.spoilt) {
      LOG.warn(
          "{}: {} texts are whole; torn at its end: {}; damaged: {}",
          file.getFileName(),
          found.size(),
          place.torn,
          place.spoilt);
    }
    if (found.isEmpty()) {
      end(place);
    }
    return found;
  }

  boolean hasRoom(int texts) {
    return texts < limits.texts() && bytes < limits.bytes();
  }

  /** On the disk when it returns. */
  Place append(List<byte[]> records) throws IOException {
    SpoolFile file = open();
    Place place = Objects.requireNonNull(openPlace);
    file.append(records);
    int size = records.stream().mapToInt(SpoolFile::framed).sum();
    place.waiting += records.size();
    place.bytes += size;
    bytes += size;
    if (place.bytes >= ROTATE_BYTES) {
      shut();
    }
    return place;
  }

  private SpoolFile open() throws IOException {
    SpoolFile file = open;
    if (file == null) {
      file = SpoolFile.create(claimed().resolve("%012d%s".formatted(next++, SUFFIX)));
      open = file;
      openPlace = new Place(file.path(), false);
    }
    return file;
  }

  /** One text of a file is filed. */
  void done(Place place) {
    place.waiting--;
    if (place.waiting == 0) {
      if (place == openPlace) {
        shut();
      }
      end(place);
    }
  }

  private void shut() {
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      LOG.warn("A file of the spool can't be closed: {}", e.toString());
    }
    open = null;
    openPlace = null;
  }

  private void end(Place place) {
    bytes -= place.bytes;
    try {
      if (place.spoilt) {
        Path kept = place.path.resolveSibling(place.path.getFileName() + ".damaged");
        Files.move(place.path, kept, StandardCopyOption.REPLACE_EXISTING);
        LOG.error("{} holds texts that can't be read or filed: it is kept", kept.getFileName());
      } else {
        Files.deleteIfExists(place.path);
      }
    } catch (IOException e) {
      LOG.warn("A file of the spool can't be removed: {}", e.toString());
    }
  }

  private Path claimed() throws IOException {
    Path mine = folder;
    for (int i = 1; mine == null && i <= MOST_SHARING; i++) {
      mine = claim(i == 1 ? base : base.resolve("instance-" + i));
    }
    if (mine == null) {
      throw new IOException("too many instances share the folder");
    }
    folder = mine;
    return mine;
  }

  private @Nullable Path claim(Path candidate) throws IOException {
    boolean made = !Files.isDirectory(candidate);
    Files.createDirectories(candidate);
    if (made) {
      SpoolFile.forceFolderOf(candidate);
    }
    FileChannel channel =
        FileChannel.open(
            candidate.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        claim = channel;
        return candidate;
      }
    } catch (OverlappingFileLockException e) {
      // Another instance of this very process has it.
    }
    channel.close();
    return null;
  }

  @Override
  public void close() {
    shut();
    try {
      if (claim != null) {
        claim.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
