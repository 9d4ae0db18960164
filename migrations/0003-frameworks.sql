-- A framework is kept as it was written: contracts refer to it, and what they were signed under never changes.
create table framework (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null,
  document jsonb not null check (document ->> 'id' = id),
  loaded_at timestamptz not null,
  loaded_by uuid
);
