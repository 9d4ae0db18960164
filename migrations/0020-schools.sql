-- Schools: which team has which place, the register as it was last sent in, half terms that cannot overlap, the safer schools team.
create extension if not exists btree_gist;

-- A day of one council's schools lies in one half term.
alter table half_term add constraint half_terms_do_not_overlap
  exclude using gist (council with =, daterange(starts_on, ends_on, '[]') with &&);

-- Whose half terms a team's schools keep changes what its promises expect.
create function school_council_changed() returns trigger language plpgsql as $$
begin
  update force set revision = revision + 1 where id = new.force_id;
  perform pg_notify('ledger', new.force_id);
  return null;
end $$;
create trigger school_council_changes after update of school_council on team for each row
  when (old.school_council is distinct from new.school_council) execute function school_council_changed();

-- What somebody said of a place: a town in small letters, the first half of a postcode, or one school's number in the register.
create table place_team (
  force_id text not null references force,
  place text not null check (place <> ''),
  -- Null where it is no team's of this force.
  team_id text references team,
  placed_at timestamptz(3) not null,
  placed_by uuid,
  primary key (force_id, place),
  check (team_id is null or starts_with(team_id, force_id || '/'))
);

-- The register as a force last sent it in, kept until it is confirmed or another takes its place.
create table school_register (
  force_id text primary key references force,
  id uuid not null unique,
  filename text not null,
  lines integer not null,
  -- The first of the lines that cannot be taken in, and how many there are.
  faults jsonb not null,
  fault_count integer not null,
  sent_at timestamptz(3) not null,
  sent_by uuid,
  -- What was done with it; null while it waits to be confirmed.
  taken_at timestamptz(3),
  taken jsonb
);

create table school_register_row (
  force_id text not null references school_register on delete cascade,
  urn integer not null,
  line integer not null,
  name text not null check (name <> ''),
  town text not null,
  folded_town text not null,
  postcode text,
  outcode text,
  opens_on date,
  closes_on date check (closes_on >= opens_on),
  -- Closed without a day, or only proposed.
  is_shut boolean not null,
  primary key (force_id, urn)
);

-- The plan of a Safer Schools and Communities Team (D9.3).
create table safer_schools_plan (
  id uuid primary key,
  team_id text not null references team,
  subject_id text not null references subject,
  completed_on date not null,
  noted_at timestamptz(3) not null,
  noted_by uuid
);
create index on safer_schools_plan (team_id, completed_on desc);

-- An opportunity for early intervention (D9.2): no child, and no words of anybody's own.
create table early_intervention (
  id uuid primary key,
  team_id text not null references team,
  found_on date not null,
  school_id uuid references organisation,
  about text not null check (about in ('missing', 'weapons', 'drugs or alcohol', 'online safety', 'bullying or hate', 'exploitation',
    'anti-social behaviour', 'something else')),
  outcome text not null check (outcome in ('school told', 'home visited', 'safer schools team told', 'early help asked for',
    'watched for now', 'nothing more needed')),
  noted_at timestamptz(3) not null,
  noted_by uuid
);
create index on early_intervention (team_id, found_on desc);
