alter table payments
  -- What is to be charged, by the gateway's name for it; none where nobody said.
  add column method text,
  -- How much was given back, refunds that are pending counted in.
  add column refunded numeric not null default 0,
  add constraint payments_refunded_within
    check (refunded >= 0 and refunded <= amount and (status = 'succeeded' or refunded = 0));

create table refunds (
  id uuid primary key,
  payment uuid not null references payments,
  amount numeric not null,
  -- The payment's.
  currency text not null,
  asked_by uuid not null,
  created_at timestamptz not null,
  status text not null,
  -- The gateway's name for it, where it succeeded.
  reference text,
  -- Why, where it was declined.
  reason text,
  settled_at timestamptz,
  constraint refunds_of_something check (amount > 0),
  constraint refunds_status_known
    check (status in ('pending', 'in doubt', 'succeeded', 'declined')),
  constraint refunds_status_told
    check ((status in ('succeeded', 'declined')) = (settled_at is not null)
      and (status = 'succeeded') = (reference is not null)
      and (status = 'declined') = (reason is not null))
);

create index refunds_of_payment_newest_first on refunds (payment, created_at desc, id desc);
