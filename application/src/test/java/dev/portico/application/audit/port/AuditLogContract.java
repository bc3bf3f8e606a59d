package dev.portico.application.audit.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.audit.AuditEntry;
import dev.portico.domain.audit.AuditEvent;
import dev.portico.domain.audit.AuditFilter;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.shared.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every audit log promises. A fresh, empty log for each test. */
public abstract class AuditLogContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00.123456Z");
  private static final UUID ALICE = new UUID(1, 1);
  private static final UUID BOB = new UUID(2, 2);

  private long count;

  protected abstract AuditLog log();

  protected abstract Transactions transactions();

  private AuditEvent event(AuditKind kind, Instant at) {
    return event(kind, at, Optional.of(ALICE), "192.0.2.1");
  }

  private AuditEvent event(AuditKind kind, Instant at, Optional<UUID> subject, String address) {
    return new AuditEvent(id(), at, kind, subject, Optional.of(BOB), address, "r-1");
  }

  private synchronized UUID id() {
    return new UUID(0x7000L, ++count);
  }

  private void recordAll(AuditEvent... events) {
    List.of(events).forEach(log()::record);
  }

  private List<AuditEntry> listed(AuditFilter filter) {
    return log().list(filter, first(100)).items();
  }

  private static PageRequest<AuditEvent.Position> first(int limit) {
    return new PageRequest<>(limit, Optional.empty());
  }

  @ParameterizedTest
  @EnumSource
  void keepsAnEventOfEachKindAsItIs(AuditKind kind) {
    var event = event(kind, NOON);

    recordAll(event);

    assertThat(listed(AuditFilter.ALL)).containsExactly(AuditEntry.of(event));
  }

  @Test
  void keepsAnEventWithoutSubjectActorAndOrigin() {
    var event =
        new AuditEvent(
            id(), NOON, AuditKind.SIGN_IN_FAILED, Optional.empty(), Optional.empty(), "", "");

    recordAll(event);

    assertThat(listed(AuditFilter.ALL)).containsExactly(AuditEntry.of(event));
  }

  @Test
  void countsWhatIsAlikeWithinAMinute() {
    var first = event(AuditKind.SIGN_IN_FAILED, NOON);
    var last = NOON.plusSeconds(59);
    recordAll(
        first,
        event(AuditKind.SIGN_IN_FAILED, last),
        event(AuditKind.SIGN_IN_FAILED, NOON.plusSeconds(1)));

    assertThat(listed(AuditFilter.ALL)).containsExactly(new AuditEntry(first, 3, last));
  }

  @Test
  void countsApartWhatIsNotAlike() {
    recordAll(
        event(AuditKind.SIGN_IN_FAILED, NOON),
        event(AuditKind.SIGN_IN_FAILED, NOON.plusSeconds(60)),
        event(AuditKind.SIGN_IN_THROTTLED, NOON),
        event(AuditKind.SIGN_IN_FAILED, NOON, Optional.of(BOB), "192.0.2.1"),
        event(AuditKind.SIGN_IN_FAILED, NOON, Optional.empty(), "192.0.2.1"),
        event(AuditKind.SIGN_IN_FAILED, NOON, Optional.of(ALICE), "192.0.2.2"));

    assertThat(listed(AuditFilter.ALL)).hasSize(6).allMatch(entry -> entry.times() == 1);
  }

  @Test
  void keepsEachOfWhatIsNotCounted() {
    recordAll(event(AuditKind.SIGNED_IN, NOON), event(AuditKind.SIGNED_IN, NOON));

    assertThat(listed(AuditFilter.ALL)).hasSize(2).allMatch(entry -> entry.times() == 1);
  }

  @Test
  void countsEachOfManyAtOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      for (int i = 0; i < 40; i++) {
        running.add(threads.submit(() -> log().record(event(AuditKind.SIGN_IN_FAILED, NOON))));
      }
      for (var one : running) {
        one.get();
      }
    }

    assertThat(listed(AuditFilter.ALL)).extracting(AuditEntry::times).containsExactly(40L);
  }

  @Test
  void listsWhatTheFilterAdmits() {
    var wanted = event(AuditKind.SIGNED_IN, NOON.plusSeconds(1));
    recordAll(
        event(AuditKind.SIGNED_IN, NOON),
        wanted,
        event(AuditKind.SIGNED_OUT, NOON.plusSeconds(1)),
        event(AuditKind.SIGNED_IN, NOON.plusSeconds(1), Optional.of(BOB), "192.0.2.1"),
        event(AuditKind.SIGNED_IN, NOON.plusSeconds(1), Optional.of(ALICE), "192.0.2.2"),
        event(AuditKind.SIGNED_IN, NOON.plusSeconds(2)));

    var filter =
        new AuditFilter(
            Optional.of(AuditKind.SIGNED_IN),
            Optional.of(ALICE),
            Optional.of(BOB),
            Optional.of("192.0.2.1"),
            Optional.of(NOON.plusSeconds(1)),
            Optional.of(NOON.plusSeconds(2)));
    assertThat(listed(filter)).containsExactly(AuditEntry.of(wanted));
  }

  @Test
  void showsEveryEntryOnceOverAllPages() {
    var all = new ArrayList<AuditEntry>();
    for (int i = 0; i < 11; i++) {
      all.add(AuditEntry.of(event(AuditKind.SIGNED_IN, NOON.plusSeconds(i / 4))));
      recordAll(all.getLast().event());
    }

    var seen = new ArrayList<AuditEntry>();
    Optional<AuditEvent.Position> after = Optional.empty();
    do {
      var page = log().list(AuditFilter.ALL, new PageRequest<>(3, after));
      assertThat(page.items()).hasSizeBetween(1, 3);
      seen.addAll(page.items());
      after = page.next();
    } while (after.isPresent());

    assertThat(seen).containsExactlyElementsOf(all.reversed());
  }

  @Test
  void forgetsWhatIsOldAndNoMoreThanAsked() {
    var kept = event(AuditKind.SIGNED_IN, NOON);
    recordAll(
        event(AuditKind.SIGNED_IN, NOON.minusSeconds(2)),
        event(AuditKind.SIGN_IN_FAILED, NOON.minusSeconds(1)),
        event(AuditKind.SIGNED_OUT, NOON.minusSeconds(1)),
        kept);

    assertThat(log().purge(NOON, 2)).isEqualTo(2);
    assertThat(log().purge(NOON, 2)).isEqualTo(1);
    assertThat(log().purge(NOON, 2)).isZero();
    assertThat(listed(AuditFilter.ALL)).containsExactly(AuditEntry.of(kept));
  }

  @Test
  void forgetsWhatItsTransactionUndid() {
    assertThatThrownBy(() ->
            transactions()
                .inTransaction(() -> {
                  recordAll(event(AuditKind.SIGNED_IN, NOON));
                  throw new IllegalStateException("on purpose");
                }))
        .hasMessage("on purpose");

    assertThat(listed(AuditFilter.ALL)).isEmpty();
  }
}
