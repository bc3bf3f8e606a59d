package dev.portico.bootstrap;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Starts the service from the command line. */
public final class Portico {

  private Portico() {}

  /**
   * Starts the service and returns while it runs; or imports or exports users and ends.
   *
   * @param arguments settings, as {@code --name=value}; before them perhaps {@code import FILE} or
   *     {@code export FILE}; or {@code withdraw-keys}, {@code health} or {@code rehearse}, which do
   *     that and end
   */
  public static void main(String[] arguments) {
    try {
      if (TransferArguments.isOne(List.of(arguments))) {
        System.exit(transfer(List.of(arguments)));
      }
      if (isCommand(HealthCheck.NAME, arguments)) {
        var settings = List.of(arguments);
        System.exit(HealthCheck.run(System.getenv(), systemProperties(), settings, System.out));
      }
      if (isCommand(Rehearsal.NAME, arguments)) {
        Rehearsal.run(System.getenv(), List.of(arguments));
        return;
      }
      run(System.getenv(), systemProperties(), List.of(arguments), System.out);
    } catch (StartRefused refused) {
      System.err.println(refused.getMessage());
      System.exit(1);
    } catch (RuntimeException | Error unexpected) {
      System.err.println("Portico failed to start by a mistake of its own:");
      unexpected.printStackTrace();
      System.exit(2);
    }
  }

  private static boolean isCommand(String name, String... arguments) {
    return arguments.length > 0 && arguments[0].equals(name);
  }

  private static int transfer(List<String> arguments) {
    var read = TransferArguments.of(System.getenv(), systemProperties(), arguments);
    Logging.configure(Settings.logFormatOf(read.settings()), false);
    return new TransferCommand(read, System.out, System.err).run();
  }

  private static void run(
      Map<String, String> environment,
      Map<String, String> properties,
      List<String> arguments,
      PrintStream out) {
    boolean withdraws = !arguments.isEmpty() && arguments.getFirst().equals(KeyWithdrawal.NAME);
    var given = withdraws ? KeyWithdrawal.settings(arguments) : arguments;
    var settings = Settings.of(RawSettings.collect(environment, properties, given));
    Logging.configure(settings);
    if (withdraws) {
      KeyWithdrawal.run(settings, new Outside(), out);
    } else {
      start(settings, out);
    }
  }

  private static void start(Settings settings, PrintStream out) {
    var greeting = new Greeting(settings, out);
    var service = RunningPortico.start(settings, greeting::progress);
    Runtime.getRuntime().addShutdownHook(new Thread(service::shutDown, "shutdown"));
    greeting.ready(service.localUrl());
  }

  private static Map<String, String> systemProperties() {
    return System.getProperties().stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, System::getProperty));
  }
}
