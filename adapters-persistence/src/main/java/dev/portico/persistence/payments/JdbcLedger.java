package dev.portico.persistence.payments;

import static dev.portico.persistence.shared.Statements.prepare;

import dev.portico.application.payments.port.Ledger;
import dev.portico.domain.payments.LedgerAccount;
import dev.portico.domain.payments.LedgerBalance;
import dev.portico.domain.payments.LedgerEntry;
import dev.portico.domain.payments.Posting;
import dev.portico.persistence.shared.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A ledger whose table only grows and refuses a posting that does not come to zero. Plain JDBC,
 * since the table judges whole statements, and JPA would write entry by entry.
 */
final class JdbcLedger implements Ledger {

  private static final String INSERT =
      "insert into ledger_entries (posting, account, kind, currency, amount, posted_at) values ";

  private static final String BALANCES =
      """
      select currency, account, sum(amount) as amount from ledger_entries
      group by currency, account order by currency, account
      """;

  private final PersistenceContext context;

  JdbcLedger(PersistenceContext context) {
    this.context = context;
  }

  @Override
  public void post(Posting posting) {
    var _ =
        context.write(session ->
            session.doReturningWork((Connection connection) -> insert(connection, posting)));
  }

  private static int insert(Connection connection, Posting posting) throws SQLException {
    var rows = Collections.nCopies(posting.entries().size(), "(?, ?, ?, ?, ?, ?)");
    var values =
        posting.entries().stream().flatMap(entry -> Stream.of(valuesOf(posting, entry))).toArray();
    try (var statement = prepare(connection, INSERT + String.join(", ", rows), values)) {
      return statement.executeUpdate();
    }
  }

  private static Object[] valuesOf(Posting posting, LedgerEntry entry) {
    return new Object[] {
      posting.id(),
      nameOf(entry.account()),
      nameOf(posting.kind()),
      posting.currency().getCurrencyCode(),
      entry.amount(),
      posting.at()
    };
  }

  private static String nameOf(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<LedgerBalance> balances() {
    return context.read(
        session -> session.doReturningWork((Connection connection) -> balances(connection)));
  }

  private static List<LedgerBalance> balances(Connection connection) throws SQLException {
    var all = new ArrayList<LedgerBalance>();
    try (var statement = prepare(connection, BALANCES);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        all.add(balance(rows));
      }
    }
    return List.copyOf(all);
  }

  private static LedgerBalance balance(ResultSet row) throws SQLException {
    var currency = Currency.getInstance(row.getString("currency"));
    return new LedgerBalance(
        LedgerAccount.valueOf(row.getString("account").toUpperCase(Locale.ROOT)),
        currency,
        row.getBigDecimal("amount").setScale(currency.getDefaultFractionDigits()));
  }
}
