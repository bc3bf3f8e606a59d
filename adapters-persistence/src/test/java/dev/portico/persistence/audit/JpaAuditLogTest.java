package dev.portico.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.audit.port.AuditLog;
import dev.portico.application.audit.port.AuditLogContract;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.audit.AuditEvent;
import dev.portico.domain.audit.AuditFilter;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.shared.PageRequest;
import dev.portico.persistence.shared.FreshDatabase;
import dev.portico.persistence.shared.RowTypes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JpaAuditLogTest extends AuditLogContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");
  private static final UUID USER = new UUID(7, 7);

  @RegisterExtension final FreshDatabase fresh = new FreshDatabase(RowTypes.of(AuditRow.class));

  @Override
  protected AuditLog log() {
    return new JpaAuditLog(fresh.context());
  }

  @Override
  protected Transactions transactions() {
    return fresh.transactions();
  }

  private static AuditEvent failure(int number) {
    return new AuditEvent(
        new UUID(3, number),
        NOON.plusMillis(number),
        AuditKind.SIGN_IN_FAILED,
        Optional.of(USER),
        Optional.empty(),
        "192.0.2.1",
        "r-" + number);
  }

  @Test
  @DisplayName("LG-3: fillsNoDiskWithFailedSignIns")
  void fillsNoDiskWithFailedSignIns() {
    // Ten seconds of them, a hundred each second.
    for (int i = 0; i < 1_000; i++) {
      log().record(failure(10 * i));
    }

    var entries = log().list(AuditFilter.ALL, new PageRequest<>(10, Optional.empty())).items();
    assertThat(entries).hasSize(1).allMatch(entry -> entry.times() == 1_000);
  }

  @Test
  @DisplayName("LG-2: writesAnEventAsOneObject")
  void writesAnEventAsOneObject() {
    assertThat(AuditLine.json(failure(1), 10))
        .isEqualTo(
            """
            {"at":"2024-01-15T12:00:00.001Z","kind":"sign_in_failed","result":"refused",\
            "subject":"00000000-0000-0007-0000-000000000007","address":"192.0.2.1",\
            "request_id":"r-1","times":10}\
            """);
  }
}
