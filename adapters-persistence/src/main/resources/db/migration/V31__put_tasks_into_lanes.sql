-- Each lane is looked through alone: what waits for one peer must not be walked over to find what another is sent.
-- A node of before does not say the lane of what it adds.
alter table tasks add column lane text not null default 'OTHER';

update tasks set lane = case when kind like '%-mail' then 'MAIL' else 'PAYMENTS' end
where kind like '%-mail' or kind like 'settle-%';

create index tasks_by_lane on tasks (lane, due_at, id) where not parked;

drop index tasks_by_due;
