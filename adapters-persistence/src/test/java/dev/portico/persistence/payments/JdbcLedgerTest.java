package dev.portico.persistence.payments;

import static dev.portico.domain.payments.PaymentBuilder.aPayment;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.payments.port.Ledger;
import dev.portico.application.payments.port.LedgerContract;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.payments.PaymentEvent;
import dev.portico.domain.payments.Posting;
import dev.portico.persistence.shared.FreshDatabase;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcLedgerTest extends LedgerContract {

  private static final String INTO =
      "insert into ledger_entries (posting, account, kind, currency, amount, posted_at) values ";

  @RegisterExtension final FreshDatabase fresh = new FreshDatabase();

  @Override
  protected Ledger ledger() {
    return new JdbcLedger(fresh.context());
  }

  @Override
  protected Transactions transactions() {
    return fresh.transactions();
  }

  private static String row(String account, String currency, String amount) {
    return "('00000000-0000-7000-8000-000000000001', '%s', 'charge', '%s', %s, '2024-01-15Z')"
        .formatted(account, currency, amount);
  }

  /** Whatever a program might write: the table itself refuses it. */
  @ParameterizedTest
  @DisplayName("PY-5: takesNoPostingThatIsOutOfBalance")
  @CsvSource({"-1.01, USD", "1, USD", "-1, EUR"})
  void takesNoPostingThatIsOutOfBalance(String amount, String currency) {
    var rows = row("gateway", "USD", "1") + ", " + row("sales", currency, amount);

    assertThatThrownBy(() -> fresh.execute(INTO + rows)).hasMessageContaining("come to zero");
    assertThatThrownBy(() -> fresh.execute(INTO + row("gateway", "USD", "1")))
        .hasMessageContaining("come to zero");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger_entries set amount = -amount",
        "delete from ledger_entries",
        "truncate ledger_entries"
      })
  void onlyGrows(String change) {
    var payment = aPayment().build().succeeded("ch_1", Instant.parse("2024-01-15T12:00:00Z"));
    ledger().post(Posting.of(new PaymentEvent.Succeeded(payment)).orElseThrow());

    assertThatThrownBy(() -> fresh.execute(change)).hasMessageContaining("only grows");
  }
}
