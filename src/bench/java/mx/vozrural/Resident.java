package mx.vozrural;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The resident memory of a process, as Linux counts it. */
final class Resident {
  private Resident() {}

  /** 0 where the system doesn't say. */
  static long mebibytes(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
      }
      return 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
