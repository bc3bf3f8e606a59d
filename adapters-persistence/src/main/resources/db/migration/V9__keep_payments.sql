-- The payer is no foreign key: what was paid stays on record when an account is gone.
create table payments (
  id uuid primary key,
  payer uuid not null,
  amount numeric not null,
  currency text not null,
  description text,
  created_at timestamptz not null,
  status text not null,
  -- The gateway's name for the charge, where it succeeded.
  reference text,
  -- Why, where it was declined.
  reason text,
  settled_at timestamptz,
  constraint payments_status_known
    check (status in ('pending', 'in doubt', 'succeeded', 'declined')),
  constraint payments_status_told
    check ((status in ('succeeded', 'declined')) = (settled_at is not null)
      and (status = 'succeeded') = (reference is not null)
      and (status = 'declined') = (reason is not null))
);

create index payments_of_payer_newest_first on payments (payer, created_at desc, id desc);
