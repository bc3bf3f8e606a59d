package dev.portico.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.shared.Parsed;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tasks about accounts say in a line: notices and changes of address. */
class NoticeTest {

  private final EmailAddress address = EmailAddress.parse("Alice.W@example.com").orThrow();

  @ParameterizedTest
  @EnumSource
  void isReadAsItIsWritten(Notice.Event event) {
    var notice = new Notice(event, address);

    assertThat(Notice.parse(notice.toText())).isEqualTo(Parsed.accepted(notice));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "password_changed", "password_changed x", "lost alice@example.com"})
  void isNothingElse(String text) {
    assertThat(Notice.parse(text)).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void isLikeAChangeOfAddressInThat() {
    var change = new AddressChange(new UserId(new UUID(0x7000L, 5)), address);

    assertThat(AddressChange.parse(change.toText())).isEqualTo(Parsed.accepted(change));
    assertThat(AddressChange.parse(change.user() + " x")).isInstanceOf(Parsed.Refused.class);
    assertThat(AddressChange.parse("x alice@example.com")).isInstanceOf(Parsed.Refused.class);
    assertThat(AddressChange.parse("x")).isInstanceOf(Parsed.Refused.class);
  }
}
