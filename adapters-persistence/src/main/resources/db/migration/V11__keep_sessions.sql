-- Of refresh tokens only digests, and what is needed to recognise a spent one.
create table sessions (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  address text not null,
  agent text not null,
  started_at timestamptz not null,
  last_used_at timestamptz not null,
  ends_at timestamptz not null,
  tag_key text not null,
  number integer not null,
  digest text not null,
  parent_digest text,
  wrapped text,
  turned_at timestamptz
);

create index sessions_of_user on sessions (user_id, last_used_at desc, id desc);
create index sessions_by_last_use on sessions (last_used_at);
create index sessions_by_end on sessions (ends_at);
