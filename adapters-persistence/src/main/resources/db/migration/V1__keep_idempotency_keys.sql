-- Named by a digest: callers' own words are of any length and nobody's business.
create table idempotency_keys (
  digest bytea primary key,
  fingerprint text not null,
  claimed_by uuid not null,
  claimed_at timestamptz not null,
  expires_at timestamptz not null,
  -- No answer yet, no status.
  status integer,
  location text,
  body text
);

create index idempotency_keys_by_expiry on idempotency_keys (expires_at);
