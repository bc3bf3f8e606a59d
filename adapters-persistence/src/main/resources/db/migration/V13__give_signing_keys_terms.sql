alter table signing_keys rename column created_at to announced_at;

alter table signing_keys
  -- Nothing has ever made a second key yet.
  add column number integer not null default 1,
  add column signs_from timestamptz,
  add column withdrawn_at timestamptz;

update signing_keys set signs_from = announced_at;

alter table signing_keys
  alter column number drop default,
  alter column signs_from set not null,
  -- Takes its index along.
  drop column signing;

-- Of all keys that nodes offer as the next one, the first is kept.
create unique index signing_keys_number on signing_keys (number);
