-- What is counted: an address by its key, and a client by whatever the edge tells them apart by.
create table subscription_requests (
  id uuid primary key,
  email_key text not null,
  client text not null,
  requested_at timestamptz not null
);

create index subscription_requests_by_email on subscription_requests (email_key, requested_at);
create index subscription_requests_by_client on subscription_requests (client, requested_at);
create index subscription_requests_by_time on subscription_requests (requested_at);
