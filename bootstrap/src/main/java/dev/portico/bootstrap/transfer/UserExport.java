package dev.portico.bootstrap.transfer;

import dev.portico.application.users.ExportUsers;
import dev.portico.application.users.ExportUsers.Outcome;
import dev.portico.application.users.port.Users.Credentials;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Writes all users into a file that {@link UserImport} reads. */
public final class UserExport {

  private final ExportUsers exportUsers;
  private final Progress progress;

  public UserExport(ExportUsers exportUsers, Progress progress) {
    this.exportUsers = exportUsers;
    this.progress = progress;
  }

  /**
   * Writes the file, readable by its owner only; it is there once it is whole.
   *
   * @return how many users are in it
   * @throws FileUnusable if users cannot be written in this format
   */
  public long run(Path file, UserFormat format) throws IOException {
    UserRecords.require(format);
    var part = file.resolveSibling(file.getFileName() + ".part");
    long count = 0;
    try (var records = UserRecords.of(format, OwnerFile.create(part))) {
      Optional<UserId> after = Optional.empty();
      do {
        var page = page(after);
        for (var credentials : page.items()) {
          records.add(UserText.of(credentials));
        }
        count += page.items().size();
        progress.at(0, 0, count);
        after = page.next();
      } while (after.isPresent());
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return count;
  }

  private Page<Credentials, UserId> page(Optional<UserId> after) {
    var command = new ExportUsers.Command(new PageRequest<>(PageRequest.MAX_LIMIT, after));
    return switch (exportUsers.handle(command)) {
      case Outcome.Exported(var page) -> page;
    };
  }
}
