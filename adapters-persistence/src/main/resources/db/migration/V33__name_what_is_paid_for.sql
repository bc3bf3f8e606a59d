-- No foreign key, as the payer is none: what was paid for stays on record when the item is gone.
alter table payments add column item uuid;

-- For the activity report, which counts everybody's.
create index payments_by_time on payments (created_at);
