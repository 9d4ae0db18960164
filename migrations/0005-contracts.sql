-- One team's promise for one year under one framework. The id reads as its address: dorset/west-dorset/2019.
create table contract (
  id text primary key,
  team_id text not null references team,
  year integer not null check (year between 2000 and 2200),
  framework_id text not null references framework,
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  completed_on date,
  part1 jsonb not null default '[]',
  good_practice text[] not null default '{}',
  tool_requests text[] not null default '{}',
  unread text[] not null default '{}',
  contexts jsonb not null default '[]',
  revision integer not null default 1,
  kept_at timestamptz not null,
  kept_by uuid,
  unique (team_id, year),
  check (id = team_id || '/' || year)
);

create table commitment (
  contract_id text not null references contract on delete cascade,
  ref text not null,
  position integer not null,
  heading text not null,
  text text not null,
  standards text[] not null default '{}',
  who text not null,
  "with" text[] not null default '{}',
  measures jsonb not null default '[]',
  words text,
  primary key (contract_id, ref),
  unique (contract_id, position)
);

-- What was read of a contract holds until its revision moves on, so every change of its commitments moves it.
create function commitments_changed() returns trigger language plpgsql as $$
begin
  update contract set revision = revision + 1 where id in (select distinct contract_id from changed);
  return null;
end $$;
create trigger commitments_added after insert on commitment referencing new table as changed
  for each statement execute function commitments_changed();
create trigger commitments_altered after update on commitment referencing new table as changed
  for each statement execute function commitments_changed();
create trigger commitments_removed after delete on commitment referencing old table as changed
  for each statement execute function commitments_changed();
