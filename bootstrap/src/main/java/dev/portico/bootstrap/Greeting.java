package dev.portico.bootstrap;

import java.io.PrintStream;
import java.net.URI;
import org.slf4j.LoggerFactory;

/** What a person who starts the service sees; a program gets the same as log events. */
final class Greeting {

  private final Settings settings;
  private final PrintStream out;

  Greeting(Settings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  void progress(String doing) {
    if (isForPeople()) {
      out.println(doing + " ...");
    }
  }

  void ready(URI url) {
    if (!isForPeople()) {
      LoggerFactory.getLogger(Greeting.class).info("Portico is ready on {}", url);
      return;
    }
    out.print(
        """

        Portico is ready.

          Service  %1$s
          API      %1$s/docs
          Data     %2$s

        Try it:

          curl %1$s/auth/register -H 'Content-Type: application/json' \\
            -d '{"username": "alice", "email": "alice@example.com", "password": "correct horse battery"}'

        Ctrl-C stops it.
        """
            .formatted(url, data()));
    out.flush();
  }

  private boolean isForPeople() {
    return settings.logFormat() == Settings.LogFormat.TEXT;
  }

  private String data() {
    return settings
        .databaseUrl()
        .map(Object::toString)
        .orElse(settings.dataFolder().toAbsolutePath().normalize().toString());
  }
}
