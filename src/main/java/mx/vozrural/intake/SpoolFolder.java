package mx.vozrural.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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
  private static final String KEPT = ".damaged";

  /** As much as a large batch of texts. */
  private static final int TRIAL_BYTES = 64 * 1024;

  private final Path base;
  private final Limits limits;
  private @Nullable SpoolClaim claim;
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
   * @param base made at once, so that the first text of an outage waits for no folder
   */
  public SpoolFolder(Path base, Limits limits) {
    this.base = base;
    this.limits = limits;
  }

  /** The texts that an earlier process left, the oldest first. */
  List<Found> left(Function<byte[], @Nullable SpooledText> opened) {
    boolean there = Files.isDirectory(base);
    try {
      List<Found> found = new ArrayList<>();
      for (Path file : files(claimed())) {
        next = Math.max(next, number(file) + 1);
        found.addAll(read(file, opened));
      }
      return found;
    } catch (IOException e) {
      if (there) {
        throw new UncheckedIOException("the spool in DATA_DIR can't be read", e);
      }
      // The database may take all texts; until then the health says it.
      LOG.error("Texts can't be kept on the disk while the database is away: {}", e.toString());
      return List.of();
    }
  }

  /**
   * Takes the files of instances that run no more: theirs is a folder whose lock is free. What
   * another key sealed belongs to somebody else, and stays.
   */
  List<Found> orphans(Function<byte[], @Nullable SpooledText> opened) {
    List<Found> found = new ArrayList<>();
    try {
      for (Path folder : SpoolClaim.existing(base)) {
        if (!folder.equals(claimed()) && !files(folder).isEmpty()) {
          adopt(folder, opened, found);
        }
      }
    } catch (IOException e) {
      LOG.warn("What other instances left can't be taken over: {}", e.toString());
    }
    return found;
  }

  private void adopt(Path folder, Function<byte[], @Nullable SpooledText> opened, List<Found> found)
      throws IOException {
    try (SpoolClaim free = SpoolClaim.of(folder)) {
      if (free == null) {
        return;
      }
      for (Path file : files(folder)) {
        List<byte[]> records = SpoolFile.read(file).records();
        if (records.isEmpty() || records.stream().anyMatch(r -> opened.apply(r) != null)) {
          found.addAll(read(moved(file), opened));
        }
      }
    }
  }

  private Path moved(Path file) throws IOException {
    Path to = newFile();
    Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
    SpoolFile.forceFolderOf(to);
    SpoolFile.forceFolderOf(file);
    return to;
  }

  private Path newFile() throws IOException {
    return claimed().resolve("%012d%s".formatted(next++, SUFFIX));
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

  /** Whether so many may wait. */
  boolean hasRoom(int texts) {
    return texts <= limits.texts() && bytes < limits.bytes();
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
      file = SpoolFile.create(newFile());
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
        Path kept = place.path.resolveSibling(place.path.getFileName() + KEPT);
        Files.move(place.path, kept, StandardCopyOption.REPLACE_EXISTING);
        LOG.error("{} holds texts that can't be read or filed: it is kept", kept.getFileName());
      } else {
        Files.deleteIfExists(place.path);
      }
    } catch (IOException e) {
      LOG.warn("A file of the spool can't be removed: {}", e.toString());
    }
  }

  /** Files that are kept for a person, here and in the other instances' folders. */
  long damaged() {
    long damaged = 0;
    for (Path folder : SpoolClaim.existing(base)) {
      try (Stream<Path> files = Files.list(folder)) {
        damaged += files.filter(file -> file.toString().endsWith(KEPT)).count();
      } catch (IOException e) {
        LOG.warn("A folder of the spool can't be listed: {}", e.toString());
      }
    }
    return damaged;
  }

  /** Whether the disk takes a batch now: it doesn't tell before it is tried. */
  boolean takes() {
    try {
      Path trial = Files.createTempFile(claimed(), "trial", null);
      try (FileChannel channel = FileChannel.open(trial, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.allocate(TRIAL_BYTES));
        channel.force(false);
        return channel.size() == TRIAL_BYTES;
      } finally {
        Files.deleteIfExists(trial);
      }
    } catch (IOException e) {
      return false;
    }
  }

  private Path claimed() throws IOException {
    if (claim == null) {
      claim = SpoolClaim.first(base);
    }
    return claim.folder();
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
