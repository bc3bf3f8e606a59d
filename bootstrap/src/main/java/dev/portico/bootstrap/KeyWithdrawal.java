package dev.portico.bootstrap;

import dev.portico.application.Hexagon;
import dev.portico.application.access.WithdrawKeys;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The command for the day a signing key, or the database with the secret, got into wrong hands. */
final class KeyWithdrawal {

  static final String NAME = "withdraw-keys";

  private KeyWithdrawal() {}

  /** The settings behind the command; whichever port the service has, this is not to take it. */
  static List<String> settings(List<String> arguments) {
    var settings = new ArrayList<>(arguments.subList(1, arguments.size()));
    settings.add("--port=0");
    return settings;
  }

  /**
   * Replaces all signing keys of the installation, beside nodes that run or without any.
   *
   * @throws StartRefused as {@link RunningPortico#start}
   */
  static void run(Settings settings, Outside outside, PrintStream out) {
    try (var service = RunningPortico.startWithoutTasks(settings, _ -> {}, outside)) {
      var withdraw = service.context().getBean(Hexagon.class).withdrawKeys();
      switch (withdraw.handle(new WithdrawKeys.Command())) {
        case WithdrawKeys.Outcome.Withdrawn(var successor) ->
            out.printf(
                "From %s on, key %s signs, and every token of another is refused.%n",
                successor.term().signsFrom(), successor.id());
      }
    }
  }
}
