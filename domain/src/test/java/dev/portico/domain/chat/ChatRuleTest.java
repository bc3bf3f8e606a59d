package dev.portico.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.domain.users.UserId;
import dev.portico.domain.users.Username;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChatRuleTest {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");

  @Test
  void keepsGuestsSlowWhateverMembersMay() {
    var rule = ChatRule.of(50, 1);

    assertThat(rule.paceOf(Author.guest(new UUID(0, 1)))).isEqualTo(new Pace(1, 1));
    assertThat(rule.paceOf(Author.member(new UserId(new UUID(0, 1)), new Username("alice"))))
        .isEqualTo(new Pace(50, 100));
  }

  @Test
  void keepsMessagesForSoManyDays() {
    assertThat(ChatRule.of(1, 2).keptSince(NOON)).isEqualTo(NOON.minusSeconds(2 * 86_400));
    assertThatThrownBy(() -> ChatRule.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
