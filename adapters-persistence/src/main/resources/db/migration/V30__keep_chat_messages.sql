-- How far each room has come. Who speaks holds the row until the message is committed: so numbers
-- are given in the order of commits, and none is left out.
create table chat_rooms (
  name text primary key,
  last_number bigint not null
);

create table chat_messages (
  room text not null,
  number bigint not null,
  id uuid not null,
  author text not null,
  -- None where it was a guest.
  author_id uuid references users (id) on delete cascade,
  content text not null,
  sent_at timestamptz not null,
  primary key (room, number)
);

create index chat_messages_by_author on chat_messages (author_id) where author_id is not null;
create index chat_messages_by_time on chat_messages (sent_at);
