package dev.portico.persistence.users;

import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.Role;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserFilter;
import dev.portico.domain.users.UserSearch;
import dev.portico.domain.users.Username;
import dev.portico.persistence.shared.RowTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * What each way to find users costs among ten thousand, a million, ten million. Not a test: {@code
 * ./portico bench-growth} runs it and prints.
 */
@Isolated
@Timeout(3_600)
class GrowthBench {

  private static final int[] SIZES =
      Stream.of(System.getProperty("portico.users", "10000,1000000,10000000").split(","))
          .mapToInt(Integer::parseInt)
          .toArray();

  /** So often is each thing asked of each database before it is measured, and then measured. */
  private static final int WARMUP = 200;

  private static final int TIMES = 1_000;
  private static final int PAGE = 20;

  private static final Map<String, Way> WAYS = new LinkedHashMap<>();

  /** One way to find users. */
  private interface Way {
    int find(Crowd crowd, JpaUsers users, int somebody);
  }

  static {
    WAYS.put("by id", (crowd, users, n) -> users.find(crowd.id(n)).map(_ -> 1).orElse(0));
    WAYS.put(
        "what a sign-in reads, by name",
        (_, users, n) ->
            users
                .credentialsOf(new SignInName.ByUsername(Username.parse(Crowd.name(n)).orThrow()))
                .map(_ -> 1)
                .orElse(0));
    WAYS.put(
        "what a sign-in reads, by address",
        (crowd, users, n) ->
            users
                .credentialsOf(
                    new SignInName.ByEmail(EmailAddress.parse(Crowd.address(n)).orThrow()))
                .map(_ -> 1)
                .orElse(0));
    WAYS.put("list, first page", (_, users, _) -> listed(users, Optional.empty()));
    WAYS.put(
        "list, a page anywhere", (crowd, users, n) -> listed(users, Optional.of(crowd.place(n))));
    WAYS.put(
        "administrators' list, first page",
        (_, users, _) -> found(users, UserFilter.ALL, Optional.empty()));
    WAYS.put(
        "administrators' list, a page anywhere",
        (crowd, users, n) -> found(users, UserFilter.ALL, Optional.of(crowd.place(n))));
    WAYS.put(
        "the administrators",
        (_, users, _) -> found(users, UserFilter.of(Role.ADMIN), Optional.empty()));
    WAYS.put("search: a name in full", (_, users, n) -> found(users, search(Crowd.name(n))));
    WAYS.put(
        "search: 8 characters of an address",
        (crowd, users, n) -> found(users, search(Crowd.address(n).substring(0, 8))));
    WAYS.put("search: a name nobody has", (_, users, n) -> found(users, search("nobody" + n)));
    WAYS.put(
        "search: one letter that all names begin with", (_, users, _) -> found(users, search("u")));
  }

  private static int listed(JpaUsers users, Optional<User.Position> after) {
    return users.listActive(new PageRequest<>(PAGE, after)).items().size();
  }

  private static int found(JpaUsers users, UserFilter filter) {
    return found(users, filter, Optional.empty());
  }

  private static int found(JpaUsers users, UserFilter filter, Optional<User.Position> after) {
    return users.list(filter, new PageRequest<>(PAGE, after)).items().size();
  }

  private static UserFilter search(String text) {
    return new UserFilter(
        Optional.of(UserSearch.parse(text).orThrow()), Optional.empty(), Optional.empty());
  }

  @Test
  void findsAmongMoreAndMore() {
    var crowds = new ArrayList<Crowd>();
    try {
      for (int size : SIZES) {
        long begin = System.nanoTime();
        crowds.add(Crowd.of(size, RowTypes.of(UserRow.class)));
        System.out.printf(
            "Growth: %,d users copied in %.0f s%n", size, (System.nanoTime() - begin) / 1e9);
      }
      WAYS.forEach((name, way) -> report(name, measure(crowds, way)));
    } finally {
      crowds.forEach(Crowd::close);
    }
  }

  /** One crowd after the other, again and again: what slows the machine slows all of them. */
  private static List<double[]> measure(List<Crowd> crowds, Way way) {
    var users = crowds.stream().map(crowd -> new JpaUsers(crowd.context())).toList();
    var random = new Random(42);
    var millis = crowds.stream().map(_ -> new double[TIMES]).toList();
    for (int i = -WARMUP; i < TIMES; i++) {
      for (int c = 0; c < crowds.size(); c++) {
        var crowd = crowds.get(c);
        int somebody = random.nextInt(crowd.size()) + 1;
        long begin = System.nanoTime();
        way.find(crowd, users.get(c), somebody);
        if (i >= 0) {
          millis.get(c)[i] = (System.nanoTime() - begin) / 1e6;
        }
      }
    }
    return millis;
  }

  private static void report(String name, List<double[]> millis) {
    millis.forEach(Arrays::sort);
    double first = millis.getFirst()[TIMES / 2];
    System.out.printf(
        "Growth, %s: %s%n",
        name,
        String.join(
            "; ",
            millis.stream()
                .map(times -> {
                  double median = times[TIMES / 2];
                  return "%.3f ms (p99 %.2f), %.2f times"
                      .formatted(median, times[TIMES * 99 / 100], median / first);
                })
                .toList()));
  }
}
