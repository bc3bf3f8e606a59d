package dev.portico.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.shared.Parsed;
import dev.portico.domain.users.UserId;
import dev.portico.domain.users.Username;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuthorTest {

  @Test
  void isCalledAsTheUserIs() {
    assertThat(Author.member(new UserId(new UUID(0, 1)), new Username("Alice")))
        .hasToString("Alice");
  }

  @Test
  void isCalledAsNoUserCanBeWhereItIsAGuest() {
    for (long bits : new long[] {0, 1, -1, Long.MIN_VALUE, 1_679_615, 1_679_616}) {
      var name = Author.guest(new UUID(0, bits)).name();

      assertThat(name).matches("guest-[0-9a-z]{4}");
      assertThat(Username.parse(name)).isInstanceOf(Parsed.Refused.class);
    }
  }

  @Test
  void isCalledAfterTheIdOfTheGuest() {
    assertThat(Author.guest(new UUID(7, 1))).isEqualTo(Author.guest(new UUID(8, 1)));
    assertThat(Author.guest(new UUID(7, 1))).isNotEqualTo(Author.guest(new UUID(7, 2)));
  }
}
