package dev.portico.bootstrap;

import dev.portico.application.shared.Unavailable;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.users.ExportUsers;
import dev.portico.application.users.ImportUsers;
import dev.portico.application.users.port.PasswordHasher;
import dev.portico.application.users.port.Users;
import dev.portico.bootstrap.transfer.FileUnusable;
import dev.portico.bootstrap.transfer.Progress;
import dev.portico.bootstrap.transfer.ProgressBar;
import dev.portico.bootstrap.transfer.UserExport;
import dev.portico.bootstrap.transfer.UserImport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.Locale;
import org.springframework.context.ApplicationContext;

/** Moves users between a file and the database: {@code import FILE} and {@code export FILE}. */
final class TransferCommand {

  /** Some lines were refused; all others are there. */
  static final int SOME_REFUSED = 3;

  private final TransferArguments arguments;
  private final PrintStream out;
  private final PrintStream err;

  TransferCommand(TransferArguments arguments, PrintStream out, PrintStream err) {
    this.arguments = arguments;
    this.out = out;
    this.err = err;
  }

  /**
   * Does it.
   *
   * @return the exit code
   * @throws StartRefused if something outside stands in the way
   */
  int run() {
    try (var users = UsersOnly.open(arguments.settings())) {
      return switch (arguments.direction()) {
        case IMPORT -> importFrom(users.context());
        case EXPORT -> exportTo(users.context());
      };
    } catch (FileUnusable unusable) {
      throw new StartRefused(String.valueOf(unusable.getMessage()));
    } catch (Unavailable away) {
      throw new StartRefused(
          "The database does not answer any more. What was imported stays; begin again.");
    } catch (IOException failure) {
      throw new StartRefused("%s cannot be used: %s.".formatted(arguments.file(), reason(failure)));
    }
  }

  private static String reason(IOException failure) {
    return switch (failure) {
      case NoSuchFileException _ -> "there is no such file or folder";
      case AccessDeniedException _ -> "access is denied";
      default -> String.valueOf(failure.getMessage());
    };
  }

  private int importFrom(ApplicationContext context) throws IOException {
    var importUsers =
        new ImportUsers(
            context.getBean(Users.class),
            context.getBean(PasswordHasher.class),
            context.getBean(IdGenerator.class),
            context.getBean(InstantSource.class));
    var summary =
        watched(progress ->
            new UserImport(importUsers, progress)
                .run(arguments.file(), arguments.format(), arguments.report()));
    out.printf(
        Locale.ROOT,
        "%,d users imported, %,d were there already, %,d refused.%n",
        summary.added(),
        summary.alreadyThere(),
        summary.refused());
    if (summary.refused() == 0) {
      return 0;
    }
    out.println("Which and why: " + arguments.report());
    return SOME_REFUSED;
  }

  private int exportTo(ApplicationContext context) throws IOException {
    var exportUsers = new ExportUsers(context.getBean(Users.class));
    long count =
        watched(progress ->
            new UserExport(exportUsers, progress).run(arguments.file(), arguments.format()));
    out.printf(Locale.ROOT, "%,d users exported to %s.%n", count, arguments.file());
    return 0;
  }

  private interface Work<T> {
    T run(Progress progress) throws IOException;
  }

  private <T> T watched(Work<T> work) throws IOException {
    if (!arguments.onTerminal()) {
      return work.run((_, _, _) -> {});
    }
    var bar = new ProgressBar(err, InstantSource.system());
    try {
      return work.run(bar);
    } finally {
      bar.end();
    }
  }
}
