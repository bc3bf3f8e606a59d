package dev.portico.bootstrap;

import static java.util.Objects.requireNonNull;

import dev.portico.web.shared.StepsOverFakes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What single steps of a request cost, by JMH: each in a JVM of its own, with the options that the
 * service is shipped with. Not a test: {@code ./portico bench-micro} runs it and prints.
 */
@Isolated
@Timeout(3_600)
public class MicroBench {

  private static final int SECONDS = Integer.getInteger("portico.seconds", 8);
  private static final int WARM_UP_SECONDS = Integer.getInteger("portico.warmup", 8);
  private static final int FORKS = Integer.getInteger("portico.forks", 1);
  private static final String ONLY = System.getProperty("portico.only", "");

  /** Rounds of one fork; their spread is printed. */
  private static final int ROUNDS = 5;

  /** One step, ready to be taken again and again. */
  @State(Scope.Thread)
  public static class Step {

    /** All there are, as long as nobody chooses. */
    @Param("")
    public String name = "";

    private Supplier<?> step = () -> "";
    private @Nullable StepsOnPostgres database;

    @Setup
    public void open() {
      if (StepsOnPostgres.ALL.containsKey(name)) {
        database = new StepsOnPostgres();
        step = database.step(name);
      } else {
        step = requireNonNull(StepsOverFakes.all().get(name));
      }
    }

    @TearDown
    public void close() {
      if (database != null) {
        database.close();
      }
    }
  }

  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public Object take(Step step) {
    return step.step.get();
  }

  @Test
  void measuresSteps() throws IOException, RunnerException {
    var names =
        Stream.concat(StepsOverFakes.all().keySet().stream(), StepsOnPostgres.ALL.keySet().stream())
            .filter(name -> name.contains(ONLY))
            .toArray(String[]::new);
    var options =
        new OptionsBuilder()
            .include(MicroBench.class.getName() + ".take")
            .param("name", names)
            .forks(FORKS)
            .warmupIterations(ROUNDS)
            .warmupTime(TimeValue.milliseconds(1_000L * WARM_UP_SECONDS / ROUNDS))
            .measurementIterations(ROUNDS)
            .measurementTime(TimeValue.milliseconds(1_000L * SECONDS / ROUNDS))
            .addProfiler(GCProfiler.class)
            .jvmArgs(shipped())
            .shouldFailOnError(true)
            .build();
    new Runner(options).run().forEach(MicroBench::print);
  }

  private static String[] shipped() throws IOException {
    return Files.readAllLines(Path.of("src/main/jvm/jvm.options")).stream()
        .filter(line -> !line.startsWith("#"))
        .toArray(String[]::new);
  }

  private static void print(RunResult result) {
    var time = result.getPrimaryResult();
    var rounds = time.getStatistics();
    System.out.printf(
        Locale.ROOT,
        "Micro: %-34s %9.3f µs a call (%.3f to %.3f), %7.0f bytes allocated%n",
        result.getParams().getParam("name"),
        time.getScore(),
        rounds.getMin(),
        rounds.getMax(),
        requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm")).getScore());
  }
}
