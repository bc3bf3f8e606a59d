create table ledger_entries (
  -- The id of the payment or refund that was posted.
  posting uuid not null,
  account text not null,
  kind text not null,
  currency text not null,
  -- Above zero for what comes to the account, below for what leaves it.
  amount numeric not null,
  posted_at timestamptz not null,
  primary key (posting, account),
  constraint ledger_entries_account_known check (account in ('gateway', 'sales')),
  constraint ledger_entries_kind_known check (kind in ('charge', 'refund')),
  constraint ledger_entries_of_something check (amount <> 0)
);

-- A posting is written by one statement, so that it can be judged when that ends.
create function refuse_unbalanced_postings() returns trigger language plpgsql as $$
begin
  if exists (select from fresh group by posting having sum(amount) <> 0)
    or exists (select from fresh group by posting having min(currency) <> max(currency)) then
    raise exception 'a posting does not come to zero in one currency'
      using errcode = 'check_violation', constraint = 'ledger_entries_balanced';
  end if;
  return null;
end
$$;

create trigger ledger_entries_balanced
  after insert on ledger_entries
  referencing new table as fresh
  for each statement execute function refuse_unbalanced_postings();

create function refuse_changes_of_the_ledger() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger only grows'
    using errcode = 'check_violation', constraint = 'ledger_entries_only_grow';
end
$$;

create trigger ledger_entries_only_grow
  before update or delete or truncate on ledger_entries
  for each statement execute function refuse_changes_of_the_ledger();

-- What was paid before there was a ledger.
insert into ledger_entries (posting, account, kind, currency, amount, posted_at)
  select id, 'gateway', 'charge', currency, amount, settled_at
    from payments where status = 'succeeded'
  union all
  select id, 'sales', 'charge', currency, -amount, settled_at
    from payments where status = 'succeeded';
