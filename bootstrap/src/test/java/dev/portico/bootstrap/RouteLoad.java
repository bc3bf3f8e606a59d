package dev.portico.bootstrap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** One route asked over some connections for a while, each of them one request after the other. */
final class RouteLoad {

  private final Contestant service;
  private final int connections;

  RouteLoad(Contestant service, int connections) {
    this.service = service;
    this.connections = connections;
  }

  /** What it came to. */
  static final class Result {

    private final double seconds;
    private final double cpuSeconds;
    private final double hashingSeconds;
    private final long[] nanos;
    private final long bad;

    /**
     * @param cpuSeconds of the service and its database
     * @param hashingSeconds those of them that hash passwords
     * @param nanos each good answer's latency, sorted
     * @param bad answers other than 2xx
     */
    Result(double seconds, double cpuSeconds, double hashingSeconds, long[] nanos, long bad) {
      this.seconds = seconds;
      this.cpuSeconds = cpuSeconds;
      this.hashingSeconds = hashingSeconds;
      this.nanos = nanos;
      this.bad = bad;
    }

    long bad() {
      return bad;
    }

    /** Milliseconds of processor time for each answer; NaN where no answer was good. */
    double cpuMillis() {
      return nanos.length == 0 || bad > 0 ? Double.NaN : cpuSeconds * 1000 / nanos.length;
    }

    /** The same without the hashes. */
    double restMillis() {
      return cpuMillis() * (1 - hashingSeconds / cpuSeconds);
    }

    double perSecond() {
      return nanos.length / seconds;
    }

    /** Milliseconds within which this share of the answers came. */
    double within(double share) {
      return nanos.length == 0 ? Double.NaN : nanos[(int) ((nanos.length - 1) * share)] / 1e6;
    }
  }

  Result ask(Supplier<byte[]> requests, double seconds) throws IOException {
    return run(seconds, (connection, _) -> connection.ask(requests.get()));
  }

  /** Each connection has a session of its own, and shows what the last answer gave it. */
  Result refresh(double seconds) throws IOException {
    var first = new ArrayList<String>();
    try (var connection = new LoadConnection(service.url())) {
      for (int i = 0; i < connections; i++) {
        first.add(Contestant.member(connection.ask(service.signIn()), "refresh_token"));
      }
    }
    return run(
        seconds,
        (connection, number) -> {
          var answer = connection.ask(service.refresh(first.get(number)));
          first.set(number, Contestant.member(answer, "refresh_token"));
          return answer;
        });
  }

  private interface Step {
    LoadConnection.Answer take(LoadConnection connection, int number) throws IOException;
  }

  private Result run(double seconds, Step step) throws IOException {
    var before = service.times();
    long begin = System.nanoTime();
    long end = begin + (long) (seconds * 1e9);
    try (var threads = Executors.newFixedThreadPool(connections)) {
      var running = new ArrayList<Future<long[]>>();
      for (int i = 0; i < connections; i++) {
        int number = i;
        running.add(threads.submit(() -> askUntil(end, step, number)));
      }
      var all = new ArrayList<long[]>();
      for (var latencies : running) {
        all.add(latencies.get());
      }
      double took = (System.nanoTime() - begin) / 1e9;
      return result(took, service.times(), before, all);
    } catch (ExecutionException failure) {
      throw new IOException(failure.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  /** Latencies in nanoseconds; -1 for an answer that was not good. */
  private long[] askUntil(long end, Step step, int number) throws IOException {
    var latencies = new long[1024];
    int count = 0;
    try (var connection = new LoadConnection(service.url())) {
      for (long now = System.nanoTime(); now < end; ) {
        int status = step.take(connection, number).status();
        long then = System.nanoTime();
        if (count == latencies.length) {
          latencies = Arrays.copyOf(latencies, count * 2);
        }
        latencies[count++] = status / 100 == 2 ? then - now : -1;
        now = then;
      }
    }
    return Arrays.copyOf(latencies, count);
  }

  private static Result result(
      double seconds, ProcessTimes now, ProcessTimes before, List<long[]> all) {
    var each = all.stream().flatMapToLong(LongStream::of).sorted().toArray();
    int bad = (int) LongStream.of(each).takeWhile(nanos -> nanos < 0).count();
    return new Result(
        seconds,
        now.secondsSince(before),
        now.hashingSecondsSince(before),
        Arrays.copyOfRange(each, bad, each.length),
        bad);
  }
}
