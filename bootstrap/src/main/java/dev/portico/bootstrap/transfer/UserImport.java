package dev.portico.bootstrap.transfer;

import dev.portico.application.shared.Unavailable;
import dev.portico.application.users.ImportUsers;
import dev.portico.application.users.ImportUsers.Outcome;
import dev.portico.application.users.ImportUsers.Result;
import dev.portico.bootstrap.transfer.UserFields.Reading;
import dev.portico.domain.shared.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Imports the users of a file, some thousand at a time. Cut off at any moment, it leaves whole
 * users only, and begun anew it passes over those who are there.
 */
public final class UserImport {

  private static final int BATCH = 1_000;
  private static final int ATTEMPTS = 6;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private static final Map<Result, InvalidInput> REFUSALS =
      Map.of(
          Result.USERNAME_HELD, new InvalidInput("/username", "is held by another user"),
          Result.EMAIL_HELD, new InvalidInput("/email", "is held by another user"),
          Result.ID_HELD, new InvalidInput("/id", "is held by another user"),
          Result.HASH_UNREADABLE,
              new InvalidInput(
                  "/password_hash", "is of no known kind, damaged, or too dear to compute"));

  private final ImportUsers importUsers;
  private final Progress progress;
  private final Map<Result, Long> counts = new EnumMap<>(Result.class);
  private long unreadable;

  public UserImport(ImportUsers importUsers, Progress progress) {
    this.importUsers = importUsers;
    this.progress = progress;
  }

  /** What came of a file. */
  public record Summary(long added, long alreadyThere, long refused) {}

  /**
   * Imports a file; once for each instance.
   *
   * @param report written anew if anything is refused, deleted if nothing is
   * @throws FileUnusable if the file cannot be read to its end; what stood before is imported
   */
  public Summary run(Path file, UserFormat format, Path report) throws IOException {
    try (var in = new CountedInput(Files.newInputStream(file));
        var lines = open(in, format);
        var refusals = RefusalReport.at(report)) {
      long size = Files.size(file);
      for (var batch = next(lines, refusals); !batch.isEmpty(); batch = next(lines, refusals)) {
        add(batch, refusals);
        progress.at(in.count(), size, seen());
      }
    }
    return new Summary(
        count(Result.ADDED),
        count(Result.ALREADY_THERE),
        seen() - count(Result.ADDED) - count(Result.ALREADY_THERE));
  }

  private static UserLines open(CountedInput in, UserFormat format) {
    return switch (format) {
      case CSV -> new CsvLines(in);
      case JSONL -> new JsonLines(in);
      case KEYCLOAK -> new KeycloakUsers(in);
      case DJANGO -> new DjangoUsers(in);
    };
  }

  /** A line, and what became of it. */
  private record Entry(long line, Reading reading) {}

  private List<Entry> next(UserLines lines, RefusalReport refusals) throws IOException {
    var batch = new ArrayList<Entry>(BATCH);
    try {
      while (batch.size() < BATCH) {
        var line = lines.next();
        if (line.isEmpty()) {
          break;
        }
        batch.add(new Entry(line.get().number(), UserFields.read(line.get())));
      }
      return batch;
    } catch (FileUnusable damaged) {
      add(batch, refusals);
      throw damaged;
    }
  }

  private void add(List<Entry> batch, RefusalReport refusals) throws IOException {
    var results = results(batch).iterator();
    for (var entry : batch) {
      for (var problem : problems(entry, results)) {
        refusals.add(entry.line(), problem);
      }
    }
    refusals.flush();
  }

  private List<Result> results(List<Entry> batch) {
    var users = new ArrayList<ImportUsers.Candidate>();
    for (var entry : batch) {
      if (entry.reading() instanceof Reading.Read(var user)) {
        users.add(user);
      }
    }
    var command = new ImportUsers.Command(users);
    for (int attempt = 1; ; attempt++) {
      try {
        return switch (importUsers.handle(command)) {
          case Outcome.Imported(var results) -> results;
        };
      } catch (Unavailable passing) {
        if (attempt == ATTEMPTS) {
          throw passing;
        }
        LockSupport.parkNanos(PAUSE.multipliedBy(attempt).toNanos());
      }
    }
  }

  private List<InvalidInput> problems(Entry entry, Iterator<Result> results) {
    return switch (entry.reading()) {
      case Reading.Unreadable(var problems) -> {
        unreadable++;
        yield problems;
      }
      case Reading.Read _ -> {
        var result = results.next();
        counts.merge(result, 1L, Long::sum);
        yield Optional.ofNullable(REFUSALS.get(result)).stream().toList();
      }
    };
  }

  private long count(Result result) {
    return counts.getOrDefault(result, 0L);
  }

  private long seen() {
    return unreadable + counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
