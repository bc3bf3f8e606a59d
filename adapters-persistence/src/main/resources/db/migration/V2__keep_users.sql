-- The keys are what makes name and address unique: lower case, made by the domain, so that no
-- collation of a server has a say in it.
create table users (
  id uuid primary key,
  username text not null,
  username_key text not null constraint users_username_unique unique,
  email text not null,
  email_key text not null constraint users_email_unique unique,
  full_name text,
  active boolean not null,
  created_at timestamptz not null,
  password_hash text not null
);

create index users_active_newest_first on users (created_at desc, id desc) where active;
