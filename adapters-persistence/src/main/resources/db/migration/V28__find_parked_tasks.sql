-- A parked task is due no more; when it was due last is its age.
create index tasks_parked_latest_first on tasks (due_at desc, id desc) where parked;
