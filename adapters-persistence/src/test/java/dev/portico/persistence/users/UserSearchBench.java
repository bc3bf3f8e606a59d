package dev.portico.persistence.users;

import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.Role;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserFilter;
import dev.portico.domain.users.UserId;
import dev.portico.domain.users.UserSearch;
import dev.portico.persistence.shared.FreshDatabase;
import dev.portico.persistence.shared.RowTypes;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

/** What administrators' lists cost among a million users. Not a test: run it by name. */
@Isolated
@Timeout(600)
class UserSearchBench {

  private static final int USERS = 1_000_000;
  private static final int TIMES = 40;

  @RegisterExtension final FreshDatabase fresh = new FreshDatabase(RowTypes.of(UserRow.class));

  @Test
  void listsAmongAMillion() {
    fresh.execute(
        """
        insert into users (id, username, username_key, email, email_key, full_name, active, roles,
          created_at, password_hash)
        select ('0190000000007000a' || lpad(to_hex(n), 15, '0'))::uuid, 'u' || n, 'u' || n,
          md5(n::text) || '@example.com', md5(n::text) || '@example.com', 'Name ' || n,
          n %% 100 > 0,
          case when n %% 100000 = 0 then array['ADMIN'] else array[]::text[] end,
          timestamptz '2024-01-01' + n * interval '1 s', ''
        from generate_series(1, %d) as n
        """
            .formatted(USERS));
    fresh.execute("analyze users");

    print("everybody", UserFilter.ALL, Optional.empty());
    print("everybody, a deep page", UserFilter.ALL, Optional.of(deep()));
    print("one name in full", search("u424242"), Optional.empty());
    print("an address, 8 characters", search("0123abcd"), Optional.empty());
    print("a name nobody has", search("nobody"), Optional.empty());
    print("full names by 9 characters", search("name 1234"), Optional.empty());
    print("names by 4 characters", search("u777"), Optional.empty());
    print("62 500 addresses by one letter", search("a"), Optional.empty());
    print("all by one letter", search("u"), Optional.empty());
    print("all by one letter, a deep page", search("u"), Optional.of(deep()));
    print("the administrators", UserFilter.of(Role.ADMIN), Optional.empty());
    print(
        "the inactive",
        new UserFilter(Optional.empty(), Optional.of(false), Optional.empty()),
        Optional.empty());
  }

  private static User.Position deep() {
    return new User.Position(
        Instant.parse("2024-01-05T00:00:00Z"), new UserId(new UUID(0x0190000000007000L, -1)));
  }

  private static UserFilter search(String text) {
    return new UserFilter(
        Optional.of(UserSearch.parse(text).orThrow()), Optional.empty(), Optional.empty());
  }

  private void print(String what, UserFilter filter, Optional<User.Position> after) {
    var users = new JpaUsers(fresh.context());
    var millis = new double[TIMES];
    int found = 0;
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      found = users.list(filter, new PageRequest<>(20, after)).items().size();
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    System.out.printf(
        "Users, %s: %d found, %.1f ms (median), %.1f ms (worst of %d)%n",
        what, found, millis[TIMES / 2], millis[TIMES - 1], TIMES);
  }
}
