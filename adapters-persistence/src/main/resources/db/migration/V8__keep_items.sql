create table items (
  id uuid primary key,
  owner uuid not null references users (id) on delete cascade,
  title text not null,
  description text,
  -- With the decimals of its currency, as many as those are.
  price_amount numeric,
  price_currency text,
  created_at timestamptz not null,
  constraint items_price_is_whole check ((price_amount is null) = (price_currency is null))
);

create index items_newest_first on items (created_at desc, id desc);
create index items_of_an_owner on items (owner);
