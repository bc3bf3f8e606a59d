package dev.portico.application.users.port;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.users.port.Users.Addition;
import dev.portico.application.users.port.Users.EmailChange;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.FullName;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of users promises. A fresh, empty store for each test. */
public abstract class UsersContract {

  private static final PasswordHash HASH = new PasswordHash("first");
  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00.123456Z");

  protected abstract Users users();

  private void add(User user) {
    assertThat(users().addIfFree(user, HASH)).isEqualTo(Addition.ADDED);
  }

  @Test
  void findsAUserByIdAsAdded() {
    var user =
        aUser()
            .named("Alice.W")
            .withFullName("Алиса 🦊")
            .verified()
            .admin()
            .createdAt(NOON)
            .build();

    add(user);

    assertThat(users().find(user.id())).contains(user);
  }

  @Test
  void findsAnInactiveUserById() {
    var user = aUser().inactive().build();

    add(user);

    assertThat(users().find(user.id())).contains(user);
  }

  @Test
  void findsNobodyByAnUnknownId() {
    add(aUser().build());

    assertThat(users().find(new UserId(new UUID(1, 1)))).isEmpty();
  }

  @Test
  void refusesANameThatIsHeldIgnoringCase() {
    var held = aUser().withUsername("Alice").build();
    var late = aUser().withUsername("aLICE").build();
    add(held);

    assertThat(users().addIfFree(late, HASH)).isEqualTo(Addition.USERNAME_HELD);
    assertThat(users().find(late.id())).isEmpty();
    assertThat(users().find(held.id())).contains(held);
  }

  @Test
  void refusesAnAddressThatIsHeldIgnoringCase() {
    add(aUser().withEmail("Alice@example.com").build());
    var late = aUser().withEmail("aLICE@example.com").build();

    assertThat(users().addIfFree(late, HASH)).isEqualTo(Addition.EMAIL_HELD);
    assertThat(users().find(late.id())).isEmpty();
  }

  @Test
  void reportsTheNameWhereBothAreHeld() {
    add(aUser().named("alice").build());

    assertThat(users().addIfFree(aUser().named("alice").build(), HASH))
        .isEqualTo(Addition.USERNAME_HELD);
  }

  @Test
  void addsOneOfManyWithOneNameAtOnce() throws Exception {
    var spellings = List.of("racer", "RACER", "Racer", "rAcEr");
    var users =
        IntStream.range(0, 40)
            .mapToObj(i -> aUser().withUsername(spellings.get(i % spellings.size())).build())
            .toList();
    var results = new ArrayList<Addition>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          users.stream().map(user -> threads.submit(() -> users().addIfFree(user, HASH))).toList();
      for (var result : running) {
        results.add(result.get());
      }
    }

    assertThat(results).filteredOn(Addition.ADDED::equals).hasSize(1);
    assertThat(results).filteredOn(Addition.USERNAME_HELD::equals).hasSize(39);
    assertThat(users).filteredOn(user -> users().find(user.id()).isPresent()).hasSize(1);
  }

  @Test
  void findsCredentialsByNameAndByAddress() {
    var user = aUser().named("Alice").build();
    add(user);
    var expected = new Users.Credentials(user, HASH);

    assertThat(users().credentialsOf(SignInName.of("ALICE"))).contains(expected);
    assertThat(users().credentialsOf(SignInName.of("alice@EXAMPLE.com"))).contains(expected);
  }

  @Test
  void findsCredentialsOfTheInactiveToo() {
    add(aUser().named("sleeper").inactive().build());

    assertThat(users().credentialsOf(SignInName.of("sleeper"))).isPresent();
  }

  @Test
  void findsNoCredentialsForOtherNames() {
    add(aUser().named("alice").build());

    assertThat(users().credentialsOf(SignInName.of("alic"))).isEmpty();
    assertThat(users().credentialsOf(SignInName.of("al_ce"))).isEmpty();
    assertThat(users().credentialsOf(SignInName.of("alice@example.org"))).isEmpty();
    assertThat(users().credentialsOf(SignInName.of("' or 1=1 --"))).isEmpty();
  }

  @Test
  void replacesTheExpectedHashOnly() {
    var user = aUser().named("alice").build();
    add(user);
    var second = new PasswordHash("second");

    assertThat(users().replaceHash(user.id(), new PasswordHash("other"), second)).isFalse();
    assertThat(hashOf("alice")).contains(HASH);
    assertThat(users().replaceHash(user.id(), HASH, second)).isTrue();
    assertThat(hashOf("alice")).contains(second);
  }

  @Test
  void replacesNoHashOfAnUnknownUser() {
    assertThat(users().replaceHash(new UserId(new UUID(1, 1)), HASH, HASH)).isFalse();
  }

  private Optional<PasswordHash> hashOf(String name) {
    return users().credentialsOf(SignInName.of(name)).map(Users.Credentials::hash);
  }

  @Test
  void listsTheNewestFirst() {
    var oldest = aUser().createdAt(NOON).build();
    var newest = aUser().createdAt(NOON.plusSeconds(2)).build();
    var middle = aUser().createdAt(NOON.plusSeconds(1)).build();
    List.of(oldest, newest, middle).forEach(this::add);

    assertThat(users().listActive(first(10)))
        .isEqualTo(new Page<>(List.of(newest, middle, oldest), Optional.empty()));
  }

  @Test
  void listsTheGreaterIdFirstOfOneInstant() {
    var low = aUser().withId(new UUID(0x7000L, 5)).createdAt(NOON).build();
    // Greater as a UUID is compared byte by byte, though its second half is a negative long.
    var high = aUser().withId(new UUID(0x7000L, -5)).createdAt(NOON).build();
    List.of(high, low).forEach(this::add);

    assertThat(users().listActive(first(10)).items()).containsExactly(high, low);
  }

  @Test
  void listsNobodyWhoIsInactive() {
    var active = aUser().build();
    List.of(active, aUser().inactive().build()).forEach(this::add);

    assertThat(users().listActive(first(10)).items()).containsExactly(active);
  }

  @Test
  void showsEveryUserOnceOverAllPages() {
    // Several of one instant, so that the cut falls between them too.
    var all =
        IntStream.range(0, 11)
            .mapToObj(i -> aUser().createdAt(NOON.plusSeconds(i / 4)).build())
            .toList();
    all.forEach(this::add);

    var seen = new ArrayList<User>();
    Optional<User.Position> after = Optional.empty();
    do {
      var page = users().listActive(new PageRequest<>(3, after));
      assertThat(page.items()).hasSizeBetween(1, 3);
      seen.addAll(page.items());
      after = page.next();
    } while (after.isPresent());

    assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void endsWhereTheLastPageIsJustFull() {
    List.of(aUser().build(), aUser().build()).forEach(this::add);

    assertThat(users().listActive(first(2)).next()).isEmpty();
    assertThat(users().listActive(first(1)).next()).isPresent();
  }

  private static PageRequest<User.Position> first(int limit) {
    return new PageRequest<>(limit, Optional.empty());
  }

  @Test
  void goesByCaseAsEnglishDoesEverywhere() {
    // In a Turkish locale the lower case of I is no i.
    add(aUser().withUsername("ISTANBUL").build());

    assertThat(users().credentialsOf(SignInName.of("ISTANBUL".toLowerCase(Locale.ROOT))))
        .isPresent();
  }

  @Test
  void setsAHashWhateverItWas() {
    var user = aUser().named("alice").build();
    add(user);

    assertThat(users().setHash(user.id(), new PasswordHash("second"))).isTrue();

    assertThat(hashOf("alice")).contains(new PasswordHash("second"));
    assertThat(users().setHash(new UserId(new UUID(1, 1)), HASH)).isFalse();
  }

  @Test
  void changesTheFullNameOfOneUser() {
    var user = aUser().withFullName("Alice").build();
    var other = aUser().withFullName("Bob").build();
    List.of(user, other).forEach(this::add);
    var name = Optional.of(new FullName("Alice Wonder"));

    assertThat(users().changeFullName(user.id(), name)).isTrue();
    assertThat(found(user).fullName()).isEqualTo(name);
    assertThat(users().changeFullName(user.id(), Optional.empty())).isTrue();
    assertThat(found(user).fullName()).isEmpty();
    assertThat(found(other)).isEqualTo(other);
    assertThat(users().changeFullName(new UserId(new UUID(1, 1)), name)).isFalse();
  }

  private User found(User user) {
    return users().find(user.id()).orElseThrow();
  }

  @Test
  void verifiesTheAddressThatTheUserHas() {
    var user = aUser().withEmail("alice@example.com").build();
    var other = aUser().withEmail("bob@example.com").build();
    List.of(user, other).forEach(this::add);

    assertThat(users().verifyEmail(user.id(), other.email())).isFalse();
    assertThat(found(user).emailVerified()).isFalse();
    assertThat(users().verifyEmail(user.id(), address("ALICE@example.com"))).isTrue();
    assertThat(found(user).emailVerified()).isTrue();
    assertThat(found(user).email()).isEqualTo(user.email());
    assertThat(found(other)).isEqualTo(other);
  }

  private static EmailAddress address(String text) {
    return EmailAddress.parse(text).orThrow();
  }

  @Test
  void givesAUserAnotherAddressThatIsVerified() {
    var user = aUser().withEmail("alice@example.com").build();
    add(user);

    assertThat(users().changeEmailIfFree(user.id(), address("new@example.com")))
        .isEqualTo(EmailChange.CHANGED);

    assertThat(found(user).email()).isEqualTo(address("new@example.com"));
    assertThat(found(user).emailVerified()).isTrue();
    assertThat(users().credentialsOf(SignInName.of("alice@example.com"))).isEmpty();
    assertThat(users().credentialsOf(SignInName.of("NEW@example.com"))).isPresent();
    add(aUser().withEmail("Alice@example.com").build());
  }

  @Test
  void givesNobodyAnAddressThatIsHeld() {
    var user = aUser().withEmail("alice@example.com").build();
    add(user);
    add(aUser().withEmail("bob@example.com").build());

    assertThat(users().changeEmailIfFree(user.id(), address("BOB@example.com")))
        .isEqualTo(EmailChange.EMAIL_HELD);
    assertThat(found(user)).isEqualTo(user);
    assertThat(users().changeEmailIfFree(user.id(), address("ALICE@example.com")))
        .isEqualTo(EmailChange.CHANGED);
    assertThat(users().changeEmailIfFree(new UserId(new UUID(1, 1)), address("x@example.com")))
        .isEqualTo(EmailChange.NOBODY);
  }

  @Test
  void givesAnAddressToOneOfManyAtOnce() throws Exception {
    var all = IntStream.range(0, 20).mapToObj(i -> aUser().build()).toList();
    all.forEach(this::add);
    var results = new ArrayList<EmailChange>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          all.stream()
              .map(it ->
                  threads.submit(
                      () -> users().changeEmailIfFree(it.id(), address("racer@example.com"))))
              .toList();
      for (var result : running) {
        results.add(result.get());
      }
    }

    assertThat(results).filteredOn(EmailChange.CHANGED::equals).hasSize(1);
    assertThat(results).filteredOn(EmailChange.EMAIL_HELD::equals).hasSize(19);
  }

  @Test
  void removesAUserForGood() {
    var user = aUser().named("alice").build();
    var other = aUser().build();
    List.of(user, other).forEach(this::add);

    assertThat(users().remove(user.id())).isTrue();

    assertThat(users().find(user.id())).isEmpty();
    assertThat(users().remove(user.id())).isFalse();
    assertThat(users().find(other.id())).contains(other);
    add(aUser().named("alice").build());
  }
}
