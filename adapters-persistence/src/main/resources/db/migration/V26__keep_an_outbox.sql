-- What has happened and nobody has been told of yet: a few rows for a few moments. No reference to
-- users: that somebody is gone has to be told as well.
create table outbox (
  id uuid primary key,
  type text not null,
  owner uuid not null,
  created_at timestamptz not null,
  data text not null
);
