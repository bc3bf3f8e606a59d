package dev.portico.bootstrap;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** How much processor time processes and all their descendants have taken, from Linux' /proc. */
final class ProcessTimes {

  /** USER_HZ, which Linux keeps at 100 towards programs. */
  private static final double TICKS_PER_SECOND = 100;

  /** How the threads that hash are called; Linux cuts names off here. */
  private static final String HASHING = "password-hash";

  private final Map<Long, Long> ticks;
  private final Map<Long, Long> hashing;

  private ProcessTimes(Map<Long, Long> ticks, Map<Long, Long> hashing) {
    this.ticks = ticks;
    this.hashing = hashing;
  }

  /** Of these, as of now; those that are gone are left out. */
  static ProcessTimes of(List<Long> roots) {
    var ticks = new HashMap<Long, Long>();
    roots.stream()
        .map(ProcessHandle::of)
        .flatMap(found ->
            found.stream().flatMap(root -> Stream.concat(Stream.of(root), root.descendants())))
        .forEach(process -> read("/proc/", process.pid(), ticks));
    var hashing = new HashMap<Long, Long>();
    roots.forEach(root -> readHashing(root, hashing));
    return new ProcessTimes(ticks, hashing);
  }

  private static void readHashing(long pid, Map<Long, Long> ticks) {
    var folder = "/proc/" + pid + "/task/";
    var threads = Objects.requireNonNullElse(new File(folder).list(), new String[0]);
    for (var thread : threads) {
      if (nameOf(folder + thread).startsWith(HASHING)) {
        read(folder, Long.parseLong(thread), ticks);
      }
    }
  }

  private static String nameOf(String thread) {
    try {
      return Files.readString(Path.of(thread, "comm"));
    } catch (IOException ended) {
      return "";
    }
  }

  /** Seconds since then; a process that has begun since counts whole. */
  double secondsSince(ProcessTimes before) {
    return difference(before.ticks, ticks);
  }

  /** Of these, the seconds that Portico's hashing threads took; nothing for other services. */
  double hashingSecondsSince(ProcessTimes before) {
    return difference(before.hashing, hashing);
  }

  private static double difference(Map<Long, Long> before, Map<Long, Long> after) {
    return after.entrySet().stream()
            .mapToLong(entry -> entry.getValue() - before.getOrDefault(entry.getKey(), 0L))
            .sum()
        / TICKS_PER_SECOND;
  }

  private static void read(String folder, long id, Map<Long, Long> ticks) {
    try {
      var stat = Files.readString(Path.of(folder + id + "/stat"));
      // The name, in brackets, may hold blanks itself.
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      ticks.put(id, Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
    } catch (IOException ended) {
      ticks.remove(id);
    }
  }
}
