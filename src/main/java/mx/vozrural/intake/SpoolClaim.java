package mx.vozrural.intake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is one instance's alone while it holds the lock in it; the lock goes with the
 * process. Instances that share the spool each have a subfolder, the first the folder itself.
 */
final class SpoolClaim implements AutoCloseable {
  private static final int MOST_SHARING = 16;

  private final Path folder;
  private final FileChannel lock;

  private SpoolClaim(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** The first that nobody has; made where it is missing. */
  static SpoolClaim first(Path base) throws IOException {
    for (Path candidate : all(base)) {
      make(candidate);
      SpoolClaim claim = of(candidate);
      if (claim != null) {
        return claim;
      }
    }
    throw new IOException("too many instances share the folder");
  }

  /** Those that there are. */
  static List<Path> existing(Path base) {
    return all(base).stream().filter(Files::isDirectory).toList();
  }

  private static List<Path> all(Path base) {
    List<Path> all = new ArrayList<>(List.of(base));
    for (int i = 2; i <= MOST_SHARING; i++) {
      all.add(base.resolve("instance-" + i));
    }
    return all;
  }

  /** A folder that is there after a power failure too, and so is each above it. */
  private static void make(Path folder) throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    if (Files.isDirectory(folder) || parent == null) {
      return;
    }
    make(parent);
    Files.createDirectories(folder);
    SpoolFile.forceFolderOf(folder);
  }

  /** Null where another instance has it. */
  static @Nullable SpoolClaim of(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return new SpoolClaim(folder, channel);
      }
    } catch (OverlappingFileLockException e) {
      // Another instance of this very process has it.
    }
    channel.close();
    return null;
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
