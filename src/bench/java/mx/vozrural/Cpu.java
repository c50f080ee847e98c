package mx.vozrural;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Time on the processors, in seconds: moved by what else the machine does, but less than rates. In
 * a young JVM much of it is the compiler's.
 *
 * @param database the database server's processes (Linux; else 0)
 * @param java this process without the loader's thread
 */
record Cpu(double database, double java) {
  private static final double TICKS_A_SECOND = 100;

  /**
   * Whose time is told.
   *
   * @param postmaster process of the database server, parent of all of its others
   * @param loader thread that is not the product's
   */
  record Clock(long postmaster, long loader) {

    Cpu now() {
      double all =
          ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
              .getProcessCpuTime();
      double notOurs = ManagementFactory.getThreadMXBean().getThreadCpuTime(loader);
      double database =
          seconds(postmaster)
              + ProcessHandle.of(postmaster).stream()
                  .flatMap(ProcessHandle::children)
                  .mapToDouble(p -> seconds(p.pid()))
                  .sum();
      return new Cpu(database, (all - notOurs) / 1e9);
    }
  }

  Cpu since(Cpu before) {
    return new Cpu(database - before.database, java - before.java);
  }

  /** Its own and that of its children that have ended (proc(5), fields 14 to 17). */
  private static double seconds(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      double ticks = 0;
      for (int field = 14; field <= 17; field++) {
        ticks += Long.parseLong(fields[field - 3]);
      }
      return ticks / TICKS_A_SECOND;
    } catch (IOException e) {
      return 0;
    }
  }
}
