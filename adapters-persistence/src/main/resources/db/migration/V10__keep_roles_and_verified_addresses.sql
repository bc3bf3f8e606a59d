-- The defaults are for the accounts that are there already, and for nodes of the version before
-- this one, which may still write beside us.
alter table users
  add column email_verified boolean not null default false,
  add column roles text[] not null default '{}';
