-- The last report of a name, and whose turn it is to make the next one. Either may be missing.
create table kept_reports (
  name text primary key,
  body text,
  made_at timestamptz,
  leased_until timestamptz,
  constraint kept_reports_are_dated check ((body is null) = (made_at is null))
);

-- An address, the code its reader agrees by, and since when they have.
create table subscriptions (
  email_key text primary key,
  email text not null,
  -- Of the last code; none once it is used.
  digest text constraint subscriptions_digest_unique unique,
  ends_at timestamptz not null,
  confirmed_at timestamptz
);

create index subscriptions_open_by_end on subscriptions (ends_at) where confirmed_at is null;
