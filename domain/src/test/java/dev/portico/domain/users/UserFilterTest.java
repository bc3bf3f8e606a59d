package dev.portico.domain.users;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserFilterTest {

  private final User user =
      aUser().withUsername("Alice").withEmail("al@example.com").withFullName("Été B").build();

  private boolean finds(String text) {
    var search = UserSearch.parse(text).asOptional();
    return new UserFilter(search, Optional.empty(), Optional.empty()).admits(user);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "ALI", "alice", "al@", "AL@EXAMPLE.com", "é", "ÉTÉ b"})
  void findsByHowSomethingBegins(String text) {
    assertThat(finds(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lice", "alice2", "example", "b", "ete"})
  void findsNobodyOtherwise(String text) {
    assertThat(finds(text)).isFalse();
  }

  @Test
  void takesNoEmptyAndNoEndlessSearch() {
    assertThat(UserSearch.parse(" ").asOptional()).isEmpty();
    assertThat(UserSearch.parse("x".repeat(255)).asOptional()).isEmpty();
    assertThat(UserSearch.parse("x".repeat(254)).asOptional()).isPresent();
  }

  @Test
  void goesByStatusAndRole() {
    var active = new UserFilter(Optional.empty(), Optional.of(true), Optional.empty());
    var inactive = new UserFilter(Optional.empty(), Optional.of(false), Optional.empty());

    assertThat(active.admits(user)).isTrue();
    assertThat(inactive.admits(user)).isFalse();
    assertThat(UserFilter.of(Role.ADMIN).admits(user)).isFalse();
    assertThat(UserFilter.of(Role.ADMIN).admits(aUser().admin().build())).isTrue();
    assertThat(UserFilter.ALL.admits(user)).isTrue();
  }

  @Test
  void changesWhatIsAskedOnly() {
    var none = new AccountChange(Optional.empty(), Optional.empty());
    var both = new AccountChange(Optional.of(false), Optional.of(Set.of(Role.ADMIN)));

    assertThat(none.of(user)).isEqualTo(user);
    assertThat(both.of(user).active()).isFalse();
    assertThat(both.of(user).has(Role.ADMIN)).isTrue();
    assertThat(both.of(user).isActingAdmin()).isFalse();
    assertThat(aUser().admin().build().isActingAdmin()).isTrue();
    assertThat(user.isActingAdmin()).isFalse();
  }

  @Test
  void readsARoleAsItIsWritten() {
    assertThat(Role.parse("admin").asOptional()).contains(Role.ADMIN);
    assertThat(Role.ADMIN.text()).isEqualTo("admin");
    assertThat(Role.parse("ADMIN").asOptional()).isEmpty();
  }
}
