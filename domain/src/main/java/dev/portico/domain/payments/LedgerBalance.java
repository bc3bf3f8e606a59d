package dev.portico.domain.payments;

import java.math.BigDecimal;
import java.util.Currency;

/** How much of a currency is on an account; above or below zero, with all the decimals it has. */
public record LedgerBalance(LedgerAccount account, Currency currency, BigDecimal amount) {}
