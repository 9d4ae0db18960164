-- Whom a team keeps in touch with, brought in from files; and records of one and the same, merged and parted again.

-- A file on its way in. It and its rows hold people's data, so they go as soon as it is taken in, and after a day in any case.
create table network_import (
  id uuid primary key,
  team_id text not null references team,
  filename text not null,
  -- Compressed; null once it was taken in.
  file bytea,
  -- What its columns mean, and what holds where a row does not say.
  told jsonb,
  ignored_notes integer not null default 0,
  made_at timestamptz(3) not null,
  made_by uuid,
  taken_at timestamptz(3),
  counts jsonb,
  check ((taken_at is null) = (file is not null))
);
create index on network_import (made_at) where taken_at is null;

create table network_import_row (
  import_id uuid not null references network_import on delete cascade,
  line integer not null,
  -- Null where the row tells of an organisation alone.
  individual_id uuid,
  name text not null default '',
  name_folded text not null default '',
  email text,
  telephone text,
  digits text,
  organisation_folded text not null default '',
  told jsonb not null,
  state text not null default 'new' check (state in ('new', 'here', 'twice', 'likely', 'erased')),
  like_name text,
  primary key (import_id, line)
);

create table network_import_fault (
  import_id uuid not null references network_import on delete cascade,
  line integer not null,
  column_name text,
  words text not null
);
create index on network_import_fault (import_id, line);

-- Which record went into which, and every value that changed by it, so that it can be undone exactly.
create table merge (
  id uuid primary key,
  team_id text not null references team,
  what text not null check (what in ('individual', 'organisation')),
  kept uuid not null,
  merged uuid not null check (merged <> kept),
  -- Null once somebody in it was erased: then nothing is left to undo.
  moved jsonb,
  at timestamptz(3) not null,
  by uuid,
  undone_at timestamptz(3),
  undone_by uuid
);
create index on merge (team_id, at desc);
create index on merge (kept);
create index on merge (merged);
-- A record is merged once, unless that was undone.
create unique index merge_once on merge (merged) where undone_at is null;

-- Two records that look like one, and are two: nobody is asked again.
create table not_one (
  one uuid not null,
  other uuid not null check (other > one),
  told_at timestamptz(3) not null,
  told_by uuid,
  primary key (one, other)
);

create index on key_individual (merged_into) where merged_into is not null;
create index on organisation (merged_into) where merged_into is not null;

-- What a merge or a waiting file remembers of somebody goes when they are erased, whoever erases them.
create function erased_leave_nothing_behind() returns trigger language plpgsql as $$
begin
  update merge set moved = null where new.id in (kept, merged);
  delete from network_import where taken_at is null
    and id in (select import_id from network_import_row where individual_id = new.id);
  return null;
end $$;
create trigger erased_leave_nothing_behind after update of erased_at on key_individual
  for each row when (new.erased_at is not null and old.erased_at is null) execute function erased_leave_nothing_behind();
