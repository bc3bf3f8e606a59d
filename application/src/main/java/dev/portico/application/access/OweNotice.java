package dev.portico.application.access;

import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.domain.access.Notice;
import dev.portico.domain.shared.Task;
import dev.portico.domain.users.EmailAddress;
import java.time.InstantSource;

/** Owes somebody a mail about what happened to their account, in the running transaction. */
final class OweNotice {

  private final TaskQueue tasks;
  private final IdGenerator ids;
  private final InstantSource time;

  OweNotice(TaskQueue tasks, IdGenerator ids, InstantSource time) {
    this.tasks = tasks;
    this.ids = ids;
    this.time = time;
  }

  void of(Notice.Event event, EmailAddress to) {
    var notice = new Notice(event, to);
    tasks.add(Task.fresh(ids.next(), ChangePassword.NOTICE_MAIL, notice.toText(), time.instant()));
  }
}
