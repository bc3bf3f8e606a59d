-- A refund that the gateway has taken on, by a name of its own, and that has not ended.
alter table refunds
  drop constraint refunds_status_known,
  drop constraint refunds_status_told,
  add constraint refunds_status_known
    check (status in ('pending', 'in doubt', 'under way', 'succeeded', 'declined')),
  add constraint refunds_status_told
    check ((status in ('succeeded', 'declined')) = (settled_at is not null)
      and (status in ('succeeded', 'under way')) = (reference is not null)
      and (status = 'declined') = (reason is not null));
