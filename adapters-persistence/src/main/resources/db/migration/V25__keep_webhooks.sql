create table webhooks (
  id uuid primary key,
  owner uuid not null references users (id) on delete cascade,
  url text not null,
  events text[] not null,
  scope text not null,
  -- All of its secrets, as one sealed text.
  sealed_secrets bytea not null,
  failing_since timestamptz,
  disabled text,
  created_at timestamptz not null
);

create index webhooks_newest_first on webhooks (owner, created_at desc, id desc);
create index webhooks_of_administrators on webhooks (id) where scope = 'ALL';

create table webhook_deliveries (
  id uuid primary key,
  webhook uuid not null references webhooks (id) on delete cascade,
  event uuid not null,
  event_type text not null,
  event_owner uuid not null,
  event_at timestamptz not null,
  event_data text not null,
  state text not null,
  -- None where it is not pending.
  due_at timestamptz,
  since timestamptz not null,
  tries integer not null,
  created_at timestamptz not null,
  -- Grows with each lease, so that whoever comes back after losing theirs is told from the present one.
  lease_number bigint not null,
  -- Nobody's, no time.
  leased_until timestamptz,
  constraint webhook_deliveries_one_for_each unique (webhook, event)
);

create index webhook_deliveries_newest_first on webhook_deliveries (webhook, created_at desc, id desc);
-- Leads from webhook to webhook that has any, and within one to those due earliest.
create index webhook_deliveries_pending on webhook_deliveries (webhook, due_at, id) where state = 'PENDING';
create index webhook_deliveries_over on webhook_deliveries (created_at) where state <> 'PENDING';

create table webhook_attempts (
  delivery uuid not null references webhook_deliveries (id) on delete cascade,
  number bigint not null,
  created_at timestamptz not null,
  took_millis bigint not null,
  -- Of HTTP, where there was an answer.
  status integer,
  -- In seconds, where the receiver asked for it.
  retry_after bigint,
  -- Why there was none.
  failure text,
  primary key (delivery, number)
);
