package dev.portico.application;

import dev.portico.application.access.port.InMemoryAccessTokens;
import dev.portico.application.access.port.InMemoryKeyGenerator;
import dev.portico.application.access.port.InMemoryLoginAttempts;
import dev.portico.application.access.port.InMemoryOneTimeCodes;
import dev.portico.application.access.port.InMemorySessions;
import dev.portico.application.access.port.InMemorySigningKeys;
import dev.portico.application.access.port.InMemoryStandings;
import dev.portico.application.audit.port.InMemoryAuditLog;
import dev.portico.application.chat.port.InMemoryMessages;
import dev.portico.application.chat.port.InMemoryRoomFeed;
import dev.portico.application.counters.port.InMemoryCounters;
import dev.portico.application.events.port.InMemoryEvents;
import dev.portico.application.feed.port.InMemoryExternalSource;
import dev.portico.application.items.port.InMemoryItems;
import dev.portico.application.notifications.port.InMemoryMailer;
import dev.portico.application.notifications.port.InMemorySubscriptions;
import dev.portico.application.payments.port.InMemoryLedger;
import dev.portico.application.payments.port.InMemoryPaymentGateway;
import dev.portico.application.payments.port.InMemoryPayments;
import dev.portico.application.payments.port.InMemoryRefunds;
import dev.portico.application.reports.port.InMemoryKeptReports;
import dev.portico.application.reports.port.InMemoryReportSource;
import dev.portico.application.shared.port.InMemoryCache;
import dev.portico.application.shared.port.InMemoryCoalescer;
import dev.portico.application.shared.port.InMemoryIdGenerator;
import dev.portico.application.shared.port.InMemoryIdempotencyKeys;
import dev.portico.application.shared.port.InMemoryOutbox;
import dev.portico.application.shared.port.InMemorySecretGenerator;
import dev.portico.application.shared.port.InMemoryStorageProbe;
import dev.portico.application.shared.port.InMemoryTaskQueue;
import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.users.port.InMemoryPasswordHasher;
import dev.portico.application.users.port.InMemoryUsers;
import dev.portico.application.users.port.InMemoryWeakPasswords;
import dev.portico.application.webhooks.port.InMemoryDeliveries;
import dev.portico.application.webhooks.port.InMemoryWebhookSender;
import dev.portico.application.webhooks.port.InMemoryWebhooks;
import dev.portico.domain.access.AttemptRule;
import dev.portico.domain.access.KeySchedule;
import dev.portico.domain.access.SessionRule;
import dev.portico.domain.audit.AuditRule;
import dev.portico.domain.chat.ChatRule;
import dev.portico.domain.shared.PublicUrl;
import dev.portico.domain.users.PasswordRule;
import dev.portico.domain.webhooks.WebhookRule;
import dev.portico.testkit.TestTime;
import java.net.URI;

/** A whole world in memory: a fake for every outbound port, fresh for each test. */
public final class Fakes {

  public static final PublicUrl PUBLIC_URL = new PublicUrl(URI.create("https://portico.example"));

  public final InMemoryTransactions transactions = new InMemoryTransactions();
  public final InMemoryIdGenerator ids = new InMemoryIdGenerator();
  public final TestTime time = new TestTime();
  public final InMemoryStorageProbe storageProbe = new InMemoryStorageProbe();
  public final InMemoryIdempotencyKeys idempotencyKeys = new InMemoryIdempotencyKeys(transactions);
  public final InMemoryUsers users = new InMemoryUsers(transactions);
  public final InMemoryPasswordHasher passwordHasher = new InMemoryPasswordHasher();
  public final InMemoryWeakPasswords weakPasswords = new InMemoryWeakPasswords();
  public final InMemorySigningKeys signingKeys = new InMemorySigningKeys(transactions);
  public final InMemoryKeyGenerator keyGenerator = new InMemoryKeyGenerator();
  public final InMemoryAccessTokens accessTokens = new InMemoryAccessTokens(time);
  public final InMemoryExternalSource externalSource = new InMemoryExternalSource();
  public final InMemoryTaskQueue taskQueue = new InMemoryTaskQueue(transactions);
  public final InMemoryEvents events = new InMemoryEvents(transactions);
  public final InMemoryCounters counters = new InMemoryCounters(transactions);
  public final InMemoryMessages messages = new InMemoryMessages(transactions, users);
  public final InMemoryRoomFeed roomFeed = new InMemoryRoomFeed(messages);
  public final InMemoryMailer mailer = new InMemoryMailer();
  public final InMemorySubscriptions subscriptions = new InMemorySubscriptions(transactions);
  public final InMemoryPayments payments = new InMemoryPayments(transactions);
  public final InMemoryPaymentGateway paymentGateway = new InMemoryPaymentGateway();
  public final InMemoryItems items = new InMemoryItems(transactions, users);
  public final InMemoryCache cache = new InMemoryCache(time);
  public final InMemoryCoalescer coalescer = new InMemoryCoalescer();
  public final InMemoryReportSource reportSource =
      new InMemoryReportSource(users, events, items, payments);
  public final InMemorySecretGenerator secrets = new InMemorySecretGenerator();
  public final InMemorySessions sessions = new InMemorySessions(transactions, users);
  public final InMemoryStandings standings = new InMemoryStandings(sessions, users, time);
  public final InMemoryOneTimeCodes oneTimeCodes = new InMemoryOneTimeCodes(transactions, users);

  public final InMemoryLoginAttempts loginAttempts = new InMemoryLoginAttempts(transactions);
  public final InMemoryKeptReports keptReports = new InMemoryKeptReports(transactions);

  public final InMemoryAuditLog auditLog = new InMemoryAuditLog(transactions);
  public final InMemoryRefunds refunds = new InMemoryRefunds(transactions, payments);
  public final InMemoryLedger ledger = new InMemoryLedger(transactions);
  public final InMemoryOutbox outbox = new InMemoryOutbox(transactions);
  public final InMemoryWebhooks webhooks = new InMemoryWebhooks(transactions, users);
  public final InMemoryDeliveries deliveries = new InMemoryDeliveries(transactions, webhooks);
  public final InMemoryWebhookSender webhookSender = new InMemoryWebhookSender();

  public Ports ports() {
    return new Ports(
        transactions,
        ids,
        time,
        storageProbe,
        idempotencyKeys,
        users,
        passwordHasher,
        weakPasswords,
        PasswordRule.DEFAULT,
        accessTokens,
        taskQueue,
        events,
        counters,
        roomFeed,
        mailer,
        subscriptions,
        externalSource,
        payments,
        paymentGateway,
        items,
        cache,
        coalescer,
        reportSource,
        secrets,
        SessionRule.DEFAULT,
        sessions,
        standings,
        oneTimeCodes,
        PUBLIC_URL,
        signingKeys,
        keyGenerator,
        KeySchedule.DEFAULT,
        auditLog,
        AuditRule.DEFAULT,
        loginAttempts,
        AttemptRule.DEFAULT,
        refunds,
        ledger,
        keptReports,
        messages,
        ChatRule.DEFAULT,
        outbox,
        webhooks,
        deliveries,
        webhookSender,
        WebhookRule.PUBLIC_ONLY);
  }

  public Hexagon hexagon() {
    return Hexagon.over(ports());
  }
}
