create table tasks (
  id uuid primary key,
  kind text not null,
  payload text not null,
  due_at timestamptz not null,
  attempts integer not null,
  -- Grows with each lease, so that whoever comes back after losing theirs is told from the present one.
  lease_number bigint not null,
  -- Nobody's, no time.
  leased_until timestamptz,
  parked boolean not null,
  reason text
);

create index tasks_by_due on tasks (due_at, id) where not parked;
