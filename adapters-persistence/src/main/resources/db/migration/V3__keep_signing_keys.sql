create table signing_keys (
  id text primary key,
  algorithm text not null,
  -- Encrypted: a copy of the database must not be enough to sign with.
  sealed_jwk bytea not null,
  created_at timestamptz not null,
  signing boolean not null
);

-- At most one key is signed with, whatever number of nodes offer one at once.
create unique index signing_keys_one_signing on signing_keys (signing) where signing;
