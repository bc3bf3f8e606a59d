package dev.portico.application.access;

import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.domain.shared.Task;
import dev.portico.domain.users.UserId;
import java.time.InstantSource;

/** Takes a user's wish for another mail with a code that shows the address to be theirs. */
public final class RequestVerification {

  /** The kind of the task that is owed; its payload is the user's id. */
  public static final String VERIFICATION_MAIL = "verification-mail";

  private final TaskQueue tasks;
  private final IdGenerator ids;
  private final InstantSource time;

  public RequestVerification(TaskQueue tasks, IdGenerator ids, InstantSource time) {
    this.tasks = tasks;
    this.ids = ids;
    this.time = time;
  }

  /** Who wants it. */
  public record Command(UserId user) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** A mail will be sent, if there is still something to show. */
    record Requested() implements Outcome {}
  }

  public Outcome handle(Command command) {
    tasks.add(Task.fresh(ids.next(), VERIFICATION_MAIL, command.user().toString(), time.instant()));
    return new Outcome.Requested();
  }
}
