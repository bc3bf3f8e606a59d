-- Ids of users and no references: what happened stays when the account is gone.
create table audit_events (
  id uuid primary key,
  created_at timestamptz not null,
  kind text not null,
  subject uuid,
  actor uuid,
  address text not null,
  request_id text not null,
  -- What events that are counted together have in common; none where each is kept.
  likeness text constraint audit_events_alike unique,
  times bigint not null,
  last_at timestamptz not null
);

create index audit_events_newest_first on audit_events (created_at desc, id desc);
create index audit_events_by_kind on audit_events (kind, created_at desc, id desc);
create index audit_events_by_subject on audit_events (subject, created_at desc, id desc);
create index audit_events_by_actor on audit_events (actor, created_at desc, id desc);
create index audit_events_by_address on audit_events (address, created_at desc, id desc);
