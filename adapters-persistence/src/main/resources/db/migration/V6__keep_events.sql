create table events (
  id uuid primary key,
  owner uuid not null references users (id) on delete cascade,
  name text not null,
  data jsonb,
  created_at timestamptz not null
);

create index events_newest_first on events (owner, created_at desc, id desc);
create index events_of_a_name_newest_first on events (owner, name, created_at desc, id desc);

-- For the activity report, which counts everybody's.
create index events_by_time on events (created_at, name);
