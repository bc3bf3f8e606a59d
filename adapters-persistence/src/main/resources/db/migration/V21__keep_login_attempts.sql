-- Keys are SHA-256 digests of what is counted, so that no name and no address stands here.
create table login_attempts (
  key bytea primary key check (length(key) = 32),
  tries integer not null check (tries >= 0),
  ends_at timestamptz not null
);

create index login_attempts_by_end on login_attempts (ends_at);

-- From where somebody signed in to an account; both are digests, too.
create table familiar_addresses (
  account bytea not null check (length(account) = 32),
  address bytea not null check (length(address) = 32),
  signed_in_at timestamptz not null,
  primary key (account, address)
);

create index familiar_addresses_by_time on familiar_addresses (signed_in_at);
