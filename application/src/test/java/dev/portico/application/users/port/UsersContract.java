package dev.portico.application.users.port;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.users.port.Users.Addition;
import dev.portico.application.users.port.Users.Arrival;
import dev.portico.application.users.port.Users.EmailChange;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.AccountChange;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.FullName;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.Role;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserFilter;
import dev.portico.domain.users.UserId;
import dev.portico.domain.users.UserSearch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
  void holdsTheExpectedHashOnly() {
    var user = aUser().build();
    add(user);

    assertThat(users().holdHash(user.id(), HASH)).isTrue();
    assertThat(users().holdHash(user.id(), new PasswordHash("second"))).isFalse();
    assertThat(users().holdHash(new UserId(new UUID(1, 1)), HASH)).isFalse();
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

  private static final AccountChange OFF = new AccountChange(Optional.of(false), Optional.empty());
  private static final AccountChange DEMOTED =
      new AccountChange(Optional.empty(), Optional.of(Set.of()));
  private static final AccountChange PROMOTED =
      new AccountChange(Optional.empty(), Optional.of(Set.of(Role.ADMIN)));

  private static PageRequest<User.Position> firstPage() {
    return new PageRequest<>(100, Optional.empty());
  }

  @Test
  void changesWhatIsAskedAndNothingElse() {
    var before = aUser().named("alice").withFullName("Alice").verified().build();
    add(before);

    var off = new Users.Changing.Changed(before, OFF.of(before));
    assertThat(users().change(before.id(), OFF)).isEqualTo(off);
    assertThat(users().find(before.id())).contains(off.after());
    assertThat(users().change(before.id(), PROMOTED))
        .isEqualTo(new Users.Changing.Changed(off.after(), PROMOTED.of(off.after())));
    assertThat(users().find(before.id())).contains(PROMOTED.of(off.after()));
    assertThat(hashOf("alice")).contains(HASH);
  }

  @Test
  void changesAndRemovesNobodyUnknown() {
    var unknown = new UserId(new UUID(1, 1));

    assertThat(users().change(unknown, OFF)).isEqualTo(new Users.Changing.Unknown());
    assertThat(users().remove(unknown)).isEqualTo(Users.Removal.UNKNOWN);
  }

  @Test
  void removesAUserForGood() {
    var user = aUser().named("alice").build();
    add(user);

    assertThat(users().remove(user.id())).isEqualTo(Users.Removal.REMOVED);
    assertThat(users().find(user.id())).isEmpty();
    assertThat(users().credentialsOf(SignInName.of("alice"))).isEmpty();
    add(aUser().named("alice").build());
  }

  @Test
  void keepsTheLastActiveAdmin() {
    var admin = aUser().admin().build();
    List.of(admin, aUser().admin().inactive().build(), aUser().build()).forEach(this::add);

    assertThat(users().change(admin.id(), OFF)).isEqualTo(new Users.Changing.LastAdmin());
    assertThat(users().change(admin.id(), DEMOTED)).isEqualTo(new Users.Changing.LastAdmin());
    assertThat(users().remove(admin.id())).isEqualTo(Users.Removal.LAST_ADMIN);
    assertThat(users().find(admin.id())).contains(admin);
    assertThat(users().change(admin.id(), PROMOTED))
        .isEqualTo(new Users.Changing.Changed(admin, admin));
  }

  @Test
  void letsAnAdminGoWhereAnotherStays() {
    var first = aUser().admin().build();
    var second = aUser().admin().build();
    var third = aUser().admin().build();
    List.of(first, second, third).forEach(this::add);

    assertThat(users().change(first.id(), OFF)).isInstanceOf(Users.Changing.Changed.class);
    assertThat(users().remove(second.id())).isEqualTo(Users.Removal.REMOVED);
    assertThat(users().change(third.id(), DEMOTED)).isEqualTo(new Users.Changing.LastAdmin());
  }

  @Test
  void keepsOneOfManyAdminsWhoGoAtOnce() throws Exception {
    for (int round = 0; round < 5; round++) {
      var admins = IntStream.range(0, 6).mapToObj(_ -> aUser().admin().build()).toList();
      admins.forEach(this::add);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var running = new ArrayList<java.util.concurrent.Future<?>>();
        for (int i = 0; i < admins.size(); i++) {
          var id = admins.get(i).id();
          var change = i % 2 == 0 ? OFF : DEMOTED;
          running.add(
              threads.submit(() -> {
                var _ =
                    id.value().getLeastSignificantBits() % 3 == 0
                        ? users().remove(id)
                        : users().change(id, change);
              }));
        }
        for (var one : running) {
          one.get();
        }
      }

      var left = users().list(UserFilter.of(Role.ADMIN), firstPage()).items();
      assertThat(left).filteredOn(User::active).hasSize(1);
    }
  }

  @Test
  void addsTheFirstAdminOnly() {
    var held = aUser().named("alice").build();
    add(held);
    var first = aUser().named("root").admin().build();

    assertThat(users().addFirstAdmin(aUser().named("alice").admin().build(), HASH))
        .isEqualTo(Users.Appointment.USERNAME_HELD);
    assertThat(
            users()
                .addFirstAdmin(
                    aUser().named("x-y").withEmail("alice@example.com").admin().build(), HASH))
        .isEqualTo(Users.Appointment.EMAIL_HELD);
    assertThat(users().addFirstAdmin(first, HASH)).isEqualTo(Users.Appointment.ADDED);
    assertThat(users().addFirstAdmin(aUser().admin().build(), HASH))
        .isEqualTo(Users.Appointment.ADMIN_THERE);
    assertThat(users().list(UserFilter.of(Role.ADMIN), firstPage()).items()).containsExactly(first);
  }

  @Test
  void addsOneFirstAdminOfManyAtOnce() throws Exception {
    var results = new ArrayList<Users.Appointment>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          IntStream.range(0, 20)
              .mapToObj(_ -> aUser().admin().build())
              .map(admin -> threads.submit(() -> users().addFirstAdmin(admin, HASH)))
              .toList();
      for (var one : running) {
        results.add(one.get());
      }
    }

    assertThat(results).filteredOn(Users.Appointment.ADDED::equals).hasSize(1);
    assertThat(results).filteredOn(Users.Appointment.ADMIN_THERE::equals).hasSize(19);
  }

  private List<User> found(String search) {
    var filter =
        new UserFilter(
            Optional.of(UserSearch.parse(search).orThrow()), Optional.empty(), Optional.empty());
    return users().list(filter, firstPage()).items();
  }

  @Test
  void findsUsersByHowNameAddressOrFullNameBegin() {
    var name = aUser().withUsername("Findling").createdAt(NOON).build();
    var address = aUser().withEmail("Find@example.com").createdAt(NOON.plusSeconds(1)).build();
    var fullName = aUser().withFullName("Finder Keeper").createdAt(NOON.plusSeconds(2)).build();
    var inactive =
        aUser().withUsername("find.me").inactive().createdAt(NOON.plusSeconds(3)).build();
    var others = aUser().withUsername("a.find").withFullName("A Find 🦊").build();
    List.of(name, address, fullName, inactive, others).forEach(this::add);

    assertThat(found("find")).containsExactly(inactive, fullName, address, name);
    assertThat(found("FIND")).containsExactly(inactive, fullName, address, name);
    assertThat(found("finder k")).containsExactly(fullName);
    assertThat(found("a find 🦊")).containsExactly(others);
    assertThat(found("finx")).isEmpty();
    assertThat(found("find%")).isEmpty();
    assertThat(found("f_nd")).isEmpty();
    assertThat(found("' or 1=1 --")).isEmpty();
  }

  @Test
  void listsMembersByStatusAndRole() {
    var admin = aUser().admin().createdAt(NOON).build();
    var retired = aUser().admin().inactive().createdAt(NOON.plusSeconds(1)).build();
    var plain = aUser().createdAt(NOON.plusSeconds(2)).build();
    var idle = aUser().inactive().createdAt(NOON.plusSeconds(3)).build();
    List.of(admin, retired, plain, idle).forEach(this::add);

    assertThat(users().list(UserFilter.ALL, firstPage()).items())
        .containsExactly(idle, plain, retired, admin);
    assertThat(users().list(UserFilter.of(Role.ADMIN), firstPage()).items())
        .containsExactly(retired, admin);
    assertThat(listed(Optional.of(false), Optional.empty())).containsExactly(idle, retired);
    assertThat(listed(Optional.of(true), Optional.of(Role.ADMIN))).containsExactly(admin);
  }

  private List<User> listed(Optional<Boolean> active, Optional<Role> role) {
    return users().list(new UserFilter(Optional.empty(), active, role), firstPage()).items();
  }

  @Test
  void showsEveryMemberOnceOverAllPages() {
    var all =
        IntStream.range(0, 11)
            .mapToObj(i -> aUser().named("page" + i).createdAt(NOON.plusSeconds(i / 4)).build())
            .toList();
    all.forEach(this::add);
    var filter =
        new UserFilter(
            Optional.of(UserSearch.parse("page").orThrow()), Optional.empty(), Optional.empty());

    var seen = new ArrayList<User>();
    Optional<User.Position> after = Optional.empty();
    do {
      var page = users().list(filter, new PageRequest<>(3, after));
      assertThat(page.items()).hasSizeBetween(1, 3);
      seen.addAll(page.items());
      after = page.next();
    } while (after.isPresent());

    assertThat(seen).containsExactlyElementsOf(all.reversed());
  }

  private static Users.Credentials with(User user) {
    return new Users.Credentials(user, HASH);
  }

  private List<Arrival> addAll(User... users) {
    return users().addAllIfFree(Stream.of(users).map(UsersContract::with).toList());
  }

  @Test
  void addsManyAsTheyAre() {
    var plain = aUser().build();
    var rich = aUser().named("Rich").withFullName("Алиса 🦊").verified().admin().inactive().build();

    assertThat(addAll(plain, rich)).containsExactly(Arrival.ADDED, Arrival.ADDED);
    assertThat(users().find(plain.id())).contains(plain);
    assertThat(users().credentialsOf(SignInName.of("rich"))).contains(with(rich));
  }

  @Test
  void addsNobodyOfAnEmptyList() {
    assertThat(users().addAllIfFree(List.of())).isEmpty();
  }

  @Test
  void addsTheOthersWhereSomeAreHeld() {
    var held = aUser().named("alice").build();
    add(held);
    var free = aUser().build();

    assertThat(
            addAll(
                aUser().withUsername("ALICE").build(),
                aUser().withEmail("ALICE@example.com").build(),
                aUser().named("Alice").withFullName("Another").build(),
                aUser().withId(held.id().value()).build(),
                free))
        .containsExactly(
            Arrival.USERNAME_HELD,
            Arrival.EMAIL_HELD,
            Arrival.ALREADY_THERE,
            Arrival.ID_HELD,
            Arrival.ADDED);
    assertThat(users().find(held.id())).contains(held);
    assertThat(users().find(free.id())).contains(free);
  }

  @Test
  void addsTheFirstOfThoseWhoWantTheSame() {
    var first = aUser().named("alice").build();

    assertThat(
            addAll(
                first,
                aUser().withUsername("Alice").build(),
                aUser().withEmail("Alice@example.com").build(),
                aUser().named("ALICE").build(),
                aUser().withId(first.id().value()).build()))
        .containsExactly(
            Arrival.ADDED,
            Arrival.USERNAME_HELD,
            Arrival.EMAIL_HELD,
            Arrival.ALREADY_THERE,
            Arrival.ID_HELD);
    assertThat(users().find(first.id())).contains(first);
  }

  @Test
  void addsWhoWantsWhatARefusedOneWanted() {
    add(aUser().named("alice").build());
    var refused = aUser().withUsername("bob").withEmail("alice@example.com").build();
    var next = aUser().withId(refused.id().value()).withUsername("bob").build();

    assertThat(addAll(refused, next)).containsExactly(Arrival.EMAIL_HELD, Arrival.ADDED);
    assertThat(users().find(next.id())).contains(next);
  }

  @Test
  void reportsTheNameBeforeTheAddressAndThatBeforeTheId() {
    var one = aUser().named("one").build();
    var two = aUser().named("two").build();
    List.of(one, two).forEach(this::add);

    assertThat(
            addAll(
                aUser().withUsername("one").withEmail("two@example.com").build(),
                aUser().withId(one.id().value()).withEmail("two@example.com").build(),
                aUser().withId(one.id().value()).withUsername("two").build()))
        .containsExactly(Arrival.USERNAME_HELD, Arrival.EMAIL_HELD, Arrival.USERNAME_HELD);
  }

  @Test
  void addsEachOfManyOnceThoughManyAddThem() throws Exception {
    var all = IntStream.range(0, 50).mapToObj(_ -> with(aUser().build())).toList();
    var arrivals = new ArrayList<Arrival>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          IntStream.range(0, 4)
              .mapToObj(_ -> threads.submit(() -> users().addAllIfFree(all)))
              .toList();
      for (var result : running) {
        arrivals.addAll(result.get());
      }
    }

    assertThat(arrivals).filteredOn(Arrival.ADDED::equals).hasSize(50);
    assertThat(arrivals).filteredOn(Arrival.ALREADY_THERE::equals).hasSize(150);
  }

  @Test
  void listsAllWithTheirHashesInTheOrderOfIds() {
    var low = aUser().withId(new UUID(0x7000L, 5)).inactive().build();
    var middle = aUser().withId(new UUID(0x7000L, -5)).build();
    // Its first half is a negative long.
    var high = aUser().withId(new UUID(-5L, 1)).build();
    List.of(high, low, middle).forEach(this::add);

    var first = users().listAll(new PageRequest<>(2, Optional.empty()));
    var second = users().listAll(new PageRequest<>(2, first.next()));

    assertThat(first.items()).containsExactly(with(low), with(middle));
    assertThat(second).isEqualTo(new Page<>(List.of(with(high)), Optional.empty()));
  }
}
