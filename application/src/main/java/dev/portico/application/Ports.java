package dev.portico.application;

import dev.portico.application.access.port.AccessTokens;
import dev.portico.application.access.port.KeyGenerator;
import dev.portico.application.access.port.OneTimeCodes;
import dev.portico.application.access.port.Sessions;
import dev.portico.application.access.port.SigningKeys;
import dev.portico.application.access.port.Standings;
import dev.portico.application.audit.port.AuditLog;
import dev.portico.application.chat.port.RoomFeed;
import dev.portico.application.counters.port.Counters;
import dev.portico.application.events.port.Events;
import dev.portico.application.feed.port.ExternalSource;
import dev.portico.application.items.port.Items;
import dev.portico.application.notifications.port.Mailer;
import dev.portico.application.notifications.port.Subscriptions;
import dev.portico.application.payments.port.PaymentGateway;
import dev.portico.application.payments.port.Payments;
import dev.portico.application.reports.port.ReportSource;
import dev.portico.application.shared.port.Cache;
import dev.portico.application.shared.port.Coalescer;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.IdempotencyKeys;
import dev.portico.application.shared.port.Outbox;
import dev.portico.application.shared.port.SecretGenerator;
import dev.portico.application.shared.port.StorageProbe;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.users.port.PasswordHasher;
import dev.portico.application.users.port.Users;
import dev.portico.application.users.port.WeakPasswords;
import dev.portico.application.webhooks.port.Deliveries;
import dev.portico.application.webhooks.port.WebhookSender;
import dev.portico.application.webhooks.port.Webhooks;
import dev.portico.domain.access.KeySchedule;
import dev.portico.domain.access.SessionRule;
import dev.portico.domain.audit.AuditRule;
import dev.portico.domain.shared.PublicUrl;
import dev.portico.domain.users.PasswordRule;
import dev.portico.domain.webhooks.WebhookRule;
import java.time.InstantSource;

/**
 * Everything the hexagon asks of the world around it.
 *
 * @param time to the microsecond at most, which is what the database keeps
 */
public record Ports(
    Transactions transactions,
    IdGenerator ids,
    InstantSource time,
    StorageProbe storageProbe,
    IdempotencyKeys idempotencyKeys,
    Users users,
    PasswordHasher passwordHasher,
    WeakPasswords weakPasswords,
    PasswordRule passwordRule,
    AccessTokens accessTokens,
    TaskQueue taskQueue,
    Events events,
    Counters counters,
    RoomFeed roomFeed,
    Mailer mailer,
    Subscriptions subscriptions,
    ExternalSource externalSource,
    Payments payments,
    PaymentGateway paymentGateway,
    Items items,
    Cache cache,
    Coalescer coalescer,
    ReportSource reportSource,
    SecretGenerator secrets,
    SessionRule sessionRule,
    Sessions sessions,
    Standings standings,
    OneTimeCodes oneTimeCodes,
    PublicUrl publicUrl,
    SigningKeys signingKeys,
    KeyGenerator keyGenerator,
    KeySchedule keySchedule,
    AuditLog auditLog,
    AuditRule auditRule,
    Outbox outbox,
    Webhooks webhooks,
    Deliveries deliveries,
    WebhookSender webhookSender,
    WebhookRule webhookRule) {}
