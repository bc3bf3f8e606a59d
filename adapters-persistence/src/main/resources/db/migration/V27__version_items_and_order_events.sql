-- Nodes of the version before insert without it.
alter table items add column version bigint not null default 1;

-- For administrators, who see everybody's.
create index events_of_all_newest_first on events (created_at desc, id desc);
create index events_of_all_of_a_name_newest_first on events (name, created_at desc, id desc);
