package dev.portico.application.payments.port;

import static dev.portico.domain.payments.PaymentBuilder.aPayment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.payments.LedgerAccount;
import dev.portico.domain.payments.LedgerBalance;
import dev.portico.domain.payments.LedgerEntry;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.PaymentEvent;
import dev.portico.domain.payments.Posting;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every ledger promises. A fresh, empty ledger for each test. */
public abstract class LedgerContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00.123456Z");
  private static final List<String> CURRENCIES = List.of("USD", "JPY", "KWD", "CLF");

  protected abstract Ledger ledger();

  protected abstract Transactions transactions();

  private static Posting charge(String amount, String currency) {
    Payment.Succeeded payment = aPayment().of(amount, currency).build().succeeded("ch_1", NOON);
    return Posting.of(new PaymentEvent.Succeeded(payment)).orElseThrow();
  }

  private static LedgerBalance balance(LedgerAccount account, String currency, String amount) {
    return new LedgerBalance(account, Currency.getInstance(currency), new BigDecimal(amount));
  }

  @Test
  void addWhatWasPosted() {
    ledger().post(charge("10.00", "USD"));
    ledger().post(charge("0.50", "USD"));
    ledger().post(charge("7", "JPY"));

    assertThat(ledger().balances())
        .containsExactly(
            balance(LedgerAccount.GATEWAY, "JPY", "7"),
            balance(LedgerAccount.SALES, "JPY", "-7"),
            balance(LedgerAccount.GATEWAY, "USD", "10.50"),
            balance(LedgerAccount.SALES, "USD", "-10.50"));
  }

  @Test
  void areEmptyAtFirst() {
    assertThat(ledger().balances()).isEmpty();
  }

  @Test
  void showWhatCameToNothing() {
    ledger().post(posting(UUID.randomUUID(), "USD", 1_000));
    ledger().post(posting(UUID.randomUUID(), "USD", -1_000));

    assertThat(ledger().balances())
        .containsExactly(
            balance(LedgerAccount.GATEWAY, "USD", "0.00"),
            balance(LedgerAccount.SALES, "USD", "0.00"));
  }

  @Test
  void postNothingTwice() {
    var posting = charge("10.00", "USD");
    ledger().post(posting);

    assertThatThrownBy(() -> ledger().post(posting)).isInstanceOf(RuntimeException.class);
    assertThat(ledger().balances()).contains(balance(LedgerAccount.GATEWAY, "USD", "10.00"));
  }

  @Test
  void forgetWhatIsRolledBack() {
    assertThatThrownBy(() ->
            transactions()
                .inTransaction(() -> {
                  ledger().post(charge("10.00", "USD"));
                  throw new IllegalStateException("on purpose");
                }))
        .hasMessage("on purpose");

    assertThat(ledger().balances()).isEmpty();
  }

  /** Whatever is posted, in whatever order: a property, tried with reproducible chance. */
  @ParameterizedTest
  @DisplayName("PY-5: comeToZeroWhateverIsPosted")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void comeToZeroWhateverIsPosted(long seed) {
    var chance = new Random(seed);
    Map<String, BigDecimal> expected = new HashMap<>();
    for (int i = 0; i < 40; i++) {
      var currency = CURRENCIES.get(chance.nextInt(CURRENCIES.size()));
      long units = chance.nextLong(1, 100_000_000) * (chance.nextBoolean() ? 1 : -1);
      var posting = posting(new UUID(seed << 16 | 0x7000L, chance.nextLong()), currency, units);
      ledger().post(posting);
      expected.merge(currency, posting.entries().getFirst().amount(), BigDecimal::add);
    }

    Map<String, BigDecimal> sums = new HashMap<>();
    Map<String, BigDecimal> atGateway = new HashMap<>();
    for (var it : ledger().balances()) {
      sums.merge(it.currency().getCurrencyCode(), it.amount(), BigDecimal::add);
      if (it.account() == LedgerAccount.GATEWAY) {
        atGateway.put(it.currency().getCurrencyCode(), it.amount());
      }
    }
    assertThat(sums).hasSameSizeAs(expected);
    assertThat(sums.values()).allSatisfy(sum -> assertThat(sum).isZero());
    assertThat(atGateway).isEqualTo(expected);
  }

  private static Posting posting(UUID id, String currency, long units) {
    var unit = Currency.getInstance(currency);
    var amount = BigDecimal.valueOf(units, unit.getDefaultFractionDigits());
    return new Posting(
        id,
        Posting.Kind.CHARGE,
        unit,
        List.of(
            new LedgerEntry(LedgerAccount.GATEWAY, amount),
            new LedgerEntry(LedgerAccount.SALES, amount.negate())),
        NOON);
  }

  @Test
  void loseNothingOfManyAtOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      for (int i = 0; i < 20; i++) {
        running.add(threads.submit(() -> ledger().post(charge("1.00", "USD"))));
      }
      for (var posting : running) {
        posting.get();
      }
    }

    assertThat(ledger().balances()).contains(balance(LedgerAccount.GATEWAY, "USD", "20.00"));
  }
}
