create table counters (
  -- Compared byte by byte, whatever the server's collation: the names are plain ASCII.
  name text collate "C" primary key,
  value bigint not null check (value > 0)
);
