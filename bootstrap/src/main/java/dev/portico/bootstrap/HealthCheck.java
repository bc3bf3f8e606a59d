package dev.portico.bootstrap;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * The command by which a supervisor that can only run programs asks the service on this machine
 * whether it is ready, where there is no other HTTP client.
 */
final class HealthCheck {

  static final String NAME = "health";

  private static final String DEFAULT_PORT = "8000";

  private HealthCheck() {}

  /**
   * Asks the port that the settings name.
   *
   * @return the exit code: 0 if it is ready, 1 if not or if nobody answers within 5 s
   * @throws StartRefused if the settings cannot be read
   */
  static int run(
      Map<String, String> environment,
      Map<String, String> properties,
      List<String> arguments,
      PrintStream out) {
    var raw = RawSettings.collect(environment, properties, arguments.subList(1, arguments.size()));
    var port = raw.get(Setting.PORT).orElse(DEFAULT_PORT);
    try {
      int status = new PlainHttp(Integer.parseInt(port)).get("/health/ready").status();
      out.println(status == 200 ? "ready" : "not ready: " + status);
      return status == 200 ? 0 : 1;
    } catch (IOException silent) {
      out.println("no answer on port " + port + ": " + silent.getMessage());
      return 1;
    } catch (IllegalArgumentException wrong) {
      throw new StartRefused("PORT must be a whole number from 0 to 65535.");
    }
  }
}
