package dev.portico.bootstrap;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Measures what a request costs, on one service or on two in alternation. The load comes from this
 * process, which is not among those measured. Not a test: {@code ./portico bench-service} runs it
 * and prints.
 *
 * <p>{@code portico.servers} holds other services, separated by blanks, each as {@code
 * URL,PID[+PID…],LOGIN}. Without two of them the packaged service is started, on its own embedded
 * PostgreSQL, which is durable.
 */
@Isolated
@Timeout(3600)
class ServiceBench {

  private static final String SERVERS = System.getProperty("portico.servers", "");
  private static final double SECONDS = Integer.getInteger("portico.seconds", 10);
  private static final double WARM_UP_SECONDS = Integer.getInteger("portico.warmup", 15);
  private static final int ROUNDS = Integer.getInteger("portico.rounds", 3);
  private static final String ONLY = System.getProperty("portico.only", "");
  private static final int CONNECTIONS = 8;
  private static final int HASHING_CONNECTIONS = 2;

  @Test
  void measuresRequests(@TempDir Path folder) throws IOException {
    var others = Stream.of(SERVERS.split(" ")).filter(text -> !text.isBlank()).toList();
    var services = new ArrayList<Contestant>();
    PorticoProcess own = null;
    try {
      if (others.size() < 2) {
        own = startOwn(folder);
        services.add(describe(own, folder));
      }
      others.forEach(text -> services.add(parse(text, services.size())));
      for (var service : services) {
        service.prepare();
      }
      measure(services);
    } finally {
      if (own != null) {
        own.close();
      }
    }
  }

  private static PorticoProcess startOwn(Path folder) {
    return PorticoProcess.startPackaged(
        folder,
        Map.of(
            "PORT", "0",
            "DATA_FOLDER", folder.resolve("data").toString(),
            "LOGIN_ATTEMPTS_PER_ADDRESS", "1000000"));
  }

  private static Contestant describe(PorticoProcess own, Path folder) throws IOException {
    var url = own.awaitReady();
    var postmaster = Files.readAllLines(folder.resolve("data/postgres/postmaster.pid")).getFirst();
    var pids = List.of(own.handle().pid(), Long.parseLong(postmaster.strip()));
    return new Contestant("A", url, pids, "/auth/token");
  }

  private static Contestant parse(String text, int number) {
    var parts = text.split(",", -1);
    var pids = Stream.of(parts[1].split("\\+")).map(Long::valueOf).toList();
    var name = number == 0 ? "A" : "B";
    return new Contestant(name, URI.create(parts[0]), pids, parts[2]);
  }

  /** Warm-up first, then rounds in which the services take turns at each route: A, B, A, B. */
  private static void measure(List<Contestant> services) throws IOException {
    for (var route : routes(services.getFirst())) {
      var results = new ArrayList<List<RouteLoad.Result>>();
      for (var service : services) {
        once(service, route, WARM_UP_SECONDS);
        results.add(new ArrayList<>());
      }
      for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < services.size(); i++) {
          results.get(i).add(once(services.get(i), route, SECONDS));
        }
      }
      print(route, services, results);
    }
  }

  private static List<String> routes(Contestant service) {
    var names = new ArrayList<String>(service.reads().keySet());
    names.addAll(service.hashing().keySet());
    names.add(Contestant.REFRESH);
    names.addAll(service.writes().keySet());
    return names.stream().filter(name -> ONLY.isEmpty() || name.contains(ONLY)).toList();
  }

  private static RouteLoad.Result once(Contestant service, String route, double seconds)
      throws IOException {
    if (route.equals(Contestant.REFRESH)) {
      return new RouteLoad(service, CONNECTIONS).refresh(seconds);
    }
    var all = new LinkedHashMap<String, Supplier<byte[]>>(service.reads());
    all.putAll(service.writes());
    all.putAll(service.hashing());
    int connections = service.hashing().containsKey(route) ? HASHING_CONNECTIONS : CONNECTIONS;
    return new RouteLoad(service, connections).ask(requireNonNull(all.get(route)), seconds);
  }

  private static void print(
      String route, List<Contestant> services, List<List<RouteLoad.Result>> results) {
    var line = new StringBuilder("Service: %-22s".formatted(route));
    for (int i = 0; i < services.size(); i++) {
      var rounds = results.get(i);
      line.append(
          String.format(
              Locale.ROOT,
              " | %s %7.3f ms CPU (%.3f to %.3f)%s, %6.0f/s, p50 %.2f ms, p99 %.2f ms, %d bad",
              services.get(i).name(),
              median(rounds, RouteLoad.Result::cpuMillis),
              rounds.stream().mapToDouble(RouteLoad.Result::cpuMillis).min().orElseThrow(),
              rounds.stream().mapToDouble(RouteLoad.Result::cpuMillis).max().orElseThrow(),
              withoutHashes(rounds),
              rounds.stream().mapToDouble(RouteLoad.Result::perSecond).average().orElseThrow(),
              rounds.getLast().within(0.5),
              rounds.getLast().within(0.99),
              rounds.stream().mapToLong(RouteLoad.Result::bad).sum()));
    }
    if (services.size() == 2) {
      line.append(
          String.format(
              Locale.ROOT,
              " | B / A = %.2f",
              median(results.get(1), RouteLoad.Result::cpuMillis)
                  / median(results.get(0), RouteLoad.Result::cpuMillis)));
    }
    System.out.println(line);
  }

  private static String withoutHashes(List<RouteLoad.Result> rounds) {
    double rest = median(rounds, RouteLoad.Result::restMillis);
    return rest == median(rounds, RouteLoad.Result::cpuMillis)
        ? ""
        : String.format(Locale.ROOT, ", %.3f ms of it no hash", rest);
  }

  private static double median(
      List<RouteLoad.Result> rounds, ToDoubleFunction<RouteLoad.Result> figure) {
    var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
