-- For administrators' lists. Prefixes are compared byte by byte ("C"), whatever the server's
-- collation; nothing here needs an extension.
create index users_by_name_prefix on users (username_key collate "C");
create index users_by_email_prefix on users (email_key collate "C");
create index users_by_full_name_prefix on users (lower(full_name) collate "C");
create index users_newest_first on users (created_at desc, id desc);
create index users_inactive_newest_first on users (created_at desc, id desc) where not active;
create index users_admins_newest_first on users (created_at desc, id desc)
  where roles @> '{ADMIN}';
