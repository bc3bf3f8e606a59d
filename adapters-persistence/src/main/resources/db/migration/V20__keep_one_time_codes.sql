-- One row for what a user is sent for one purpose: a second code replaces the first, and how often
-- there was one is counted in the same row, so that both are decided by whoever holds its lock.
create table one_time_codes (
  user_id uuid not null references users (id) on delete cascade,
  purpose text not null,
  -- Of the code that is good; none once it is used or void.
  digest text constraint one_time_codes_digest_unique unique,
  sent_to text not null,
  ends_at timestamptz not null,
  -- When there was one, the oldest first; those that count no more are dropped with the next.
  issued_at timestamptz[] not null,
  last_issued_at timestamptz not null,
  primary key (user_id, purpose)
);

create index one_time_codes_by_last_issue on one_time_codes (last_issued_at);
