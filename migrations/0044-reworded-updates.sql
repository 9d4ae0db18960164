-- What the public was told of a priority may be put differently: what stood before is kept, unless it named somebody.
alter table priority_update add column reworded_at timestamptz(3);

create table priority_update_earlier (
  id uuid primary key,
  update_id uuid not null references priority_update,
  -- Null where the earlier words were not to be kept.
  words text check (words <> ''),
  why text not null check (why <> ''),
  reworded_at timestamptz(3) not null,
  reworded_by uuid
);
create index on priority_update_earlier (update_id, reworded_at);
