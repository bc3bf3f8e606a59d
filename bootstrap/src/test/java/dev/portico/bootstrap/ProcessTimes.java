package dev.portico.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How much processor time processes and all their descendants have taken, from Linux' /proc. */
final class ProcessTimes {

  /** USER_HZ, which Linux keeps at 100 towards programs. */
  private static final double TICKS_PER_SECOND = 100;

  private final Map<Long, Long> ticks;

  private ProcessTimes(Map<Long, Long> ticks) {
    this.ticks = ticks;
  }

  /** Of these, as of now; those that are gone are left out. */
  static ProcessTimes of(List<Long> roots) {
    var ticks = new HashMap<Long, Long>();
    roots.stream()
        .map(ProcessHandle::of)
        .flatMap(found ->
            found.stream().flatMap(root -> Stream.concat(Stream.of(root), root.descendants())))
        .forEach(process -> read(process.pid(), ticks));
    return new ProcessTimes(ticks);
  }

  /** Seconds since then; a process that has begun since counts whole. */
  double secondsSince(ProcessTimes before) {
    return ticks.entrySet().stream()
            .mapToLong(entry -> entry.getValue() - before.ticks.getOrDefault(entry.getKey(), 0L))
            .sum()
        / TICKS_PER_SECOND;
  }

  private static void read(long pid, Map<Long, Long> ticks) {
    try {
      var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // The name, in brackets, may hold blanks itself.
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      ticks.put(pid, Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
    } catch (IOException ended) {
      ticks.remove(pid);
    }
  }
}
