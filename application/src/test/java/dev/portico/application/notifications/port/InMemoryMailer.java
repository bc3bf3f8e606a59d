package dev.portico.application.notifications.port;

import dev.portico.application.shared.Rejected;
import dev.portico.application.shared.Unavailable;
import dev.portico.domain.notifications.Mail;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps the mails it is given, unless told to fail. */
public final class InMemoryMailer implements Mailer {

  private final List<Mail> sent = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger rejections = new AtomicInteger();

  @Override
  public void send(Mail mail) {
    if (rejections.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new Rejected("the mail server refuses it, on purpose");
    }
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new Unavailable("the mail server is away, on purpose");
    }
    sent.add(mail);
  }

  /** What was sent, repetitions included. */
  public List<Mail> sent() {
    return List.copyOf(sent);
  }

  /** Takes none of the next mails. */
  public void failNext(int mails) {
    failures.set(mails);
  }

  /** Refuses the next mails for good. */
  public void rejectNext(int mails) {
    rejections.set(mails);
  }
}
