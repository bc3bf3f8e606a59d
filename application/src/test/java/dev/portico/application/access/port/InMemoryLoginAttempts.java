package dev.portico.application.access.port;

import static java.util.Comparator.reverseOrder;

import dev.portico.application.access.port.LoginAttempts.Admission.Admitted;
import dev.portico.application.shared.port.InMemoryTable;
import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.domain.access.LoginAttempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Guesses at passwords in memory. */
public final class InMemoryLoginAttempts implements LoginAttempts {

  private record Window(int tries, Instant end) {

    boolean counts(Instant now) {
      return tries > 0 && end.isAfter(now);
    }
  }

  private record Familiar(String account, String address) {}

  private final InMemoryTable<List<String>, Window> windows;
  private final InMemoryTable<Familiar, Instant> familiar;

  public InMemoryLoginAttempts(InMemoryTransactions transactions) {
    windows = transactions.newTable();
    familiar = transactions.newTable();
  }

  @Override
  public Admission admit(LoginAttempt attempt) {
    boolean isFamiliar =
        familiar.with(all -> {
          var signedIn = all.get(familiar(attempt));
          return signedIn != null && signedIn.isAfter(attempt.familiarSince());
        });
    var admitted = new Admitted(attempt, isFamiliar);
    return windows.with(all ->
        heldUntil(all, admitted)
            .<Admission>map(end -> new Admission.Held(Duration.between(attempt.at(), end)))
            .orElseGet(() -> {
              count(all, addressKey(attempt), attempt);
              count(all, accountKey(admitted), attempt);
              return admitted;
            }));
  }

  private static Optional<Instant> heldUntil(Map<List<String>, Window> all, Admitted admitted) {
    var attempt = admitted.attempt();
    return Stream.of(
            full(all, addressKey(attempt), attempt, attempt.rule().perAddress()),
            full(all, accountKey(admitted), attempt, attempt.rule().perAccount()))
        .flatMap(Optional::stream)
        .max(Instant::compareTo);
  }

  private static Optional<Instant> full(
      Map<List<String>, Window> all, List<String> key, LoginAttempt attempt, int most) {
    return Optional.ofNullable(all.get(key))
        .filter(window -> window.counts(attempt.at()) && window.tries() >= most)
        .map(Window::end);
  }

  private static void count(Map<List<String>, Window> all, List<String> key, LoginAttempt attempt) {
    var kept = all.get(key);
    all.put(
        key,
        kept != null && kept.counts(attempt.at())
            ? new Window(kept.tries() + 1, kept.end())
            : new Window(1, attempt.windowEnd()));
  }

  @Override
  public void succeeded(Admitted admitted) {
    var attempt = admitted.attempt();
    windows.with(all -> {
      takeOff(all, addressKey(attempt), attempt);
      return Optional.ofNullable(all.remove(accountKey(admitted)));
    });
    familiar.with(all -> {
      all.put(familiar(attempt), attempt.at());
      all.entrySet().stream()
          .filter(it -> it.getKey().account().equals(attempt.account()))
          .sorted(Entry.comparingByValue(reverseOrder()))
          .skip(MOST_FAMILIAR)
          .map(Entry::getKey)
          .toList()
          .forEach(all::remove);
      return attempt;
    });
  }

  @Override
  public void withdraw(Admitted admitted) {
    windows.with(all -> {
      takeOff(all, addressKey(admitted.attempt()), admitted.attempt());
      takeOff(all, accountKey(admitted), admitted.attempt());
      return admitted;
    });
  }

  private static void takeOff(
      Map<List<String>, Window> all, List<String> key, LoginAttempt attempt) {
    var _ =
        all.computeIfPresent(
            key,
            (_, kept) ->
                kept.tries() > 0 && !kept.end().isAfter(attempt.windowEnd())
                    ? new Window(kept.tries() - 1, kept.end())
                    : kept);
  }

  @Override
  public int purge(Instant now, int atMost) {
    return windows.with(all -> remove(all, window -> !window.end().isAfter(now), atMost))
        + familiar.with(
            all -> remove(all, at -> !at.isAfter(now.minus(LoginAttempt.FAMILIAR_FOR)), atMost));
  }

  private static <K, V> int remove(Map<K, V> all, Predicate<V> condition, int atMost) {
    var over =
        all.entrySet().stream()
            .filter(it -> condition.test(it.getValue()))
            .limit(atMost)
            .map(Entry::getKey)
            .toList();
    over.forEach(all::remove);
    return over.size();
  }

  private static Familiar familiar(LoginAttempt attempt) {
    return new Familiar(attempt.account(), attempt.address());
  }

  private static List<String> addressKey(LoginAttempt attempt) {
    return List.of("address", attempt.address());
  }

  private static List<String> accountKey(Admitted admitted) {
    var attempt = admitted.attempt();
    return admitted.familiar()
        ? List.of("account", attempt.account(), attempt.address())
        : List.of("account", attempt.account());
  }
}
