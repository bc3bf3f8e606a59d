package dev.portico.application.chat;

import dev.portico.application.chat.port.Messages;
import dev.portico.domain.chat.ChatRule;
import java.time.InstantSource;

/** Forgets what was said too long ago. */
public final class PurgeMessages {

  /** Few enough for one statement not to be in anybody's way. */
  static final int AT_ONCE = 1_000;

  private final Messages messages;
  private final ChatRule rule;
  private final InstantSource time;

  public PurgeMessages(Messages messages, ChatRule rule, InstantSource time) {
    this.messages = messages;
    this.rule = rule;
    this.time = time;
  }

  /** Now. */
  public record Command() {}

  /** What came of it. */
  public sealed interface Outcome {

    record Purged(int messages) implements Outcome {}
  }

  public Outcome handle(Command command) {
    var before = rule.keptSince(time.instant());
    int all = 0;
    int last;
    do {
      last = messages.purge(before, AT_ONCE);
      all += last;
    } while (last == AT_ONCE);
    return new Outcome.Purged(all);
  }
}
