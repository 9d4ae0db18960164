-- Who and where a team is, as the public reads it: facts, never evidence.

create table force_facts (
  force_id text primary key references force,
  description text not null default '',
  website text not null default '',
  telephone text not null default ''
);

-- Ways to engage with a whole force.
create table engagement_method (
  id uuid primary key,
  force_id text not null references force,
  type text not null check (type <> ''),
  title text not null check (title <> ''),
  description text not null default '',
  url text not null check (url ~ '^https?://'),
  place integer not null default 0
);
create index on engagement_method (force_id, place, title, id);

create table senior_officer (
  id uuid primary key,
  force_id text not null references force,
  name text not null check (name <> ''),
  rank text not null check (rank <> ''),
  bio text not null default '',
  contact jsonb not null default '{}' check (jsonb_typeof(contact) = 'object'),
  place integer not null default 0
);
create index on senior_officer (force_id, place, name, id);

-- An officer of a team as its page shows them, from a day to a day, and only where they or their sergeant said so.
create table team_officer (
  id uuid primary key,
  team_id text not null references team,
  -- Whoever leaves the team is no longer shown by it, and whoever is taken out altogether leaves no picture.
  person_id uuid references person on delete cascade,
  name text not null check (name <> ''),
  rank text not null check (rank <> ''),
  bio text not null default '',
  contact jsonb not null default '{}' check (jsonb_typeof(contact) = 'object'),
  -- The named officer whom anybody may ask.
  contactable boolean not null default false check (not contactable or contact ?| array['email', 'telephone', 'mobile']),
  place integer not null default 0,
  shown_from date not null,
  shown_until date check (shown_until >= shown_from),
  agreed text check (agreed in ('by themselves', 'by their sergeant')),
  agreed_by uuid,
  agreed_at timestamptz(3),
  check ((agreed is null) = (agreed_at is null))
);
create index on team_officer (team_id, place, name, id);
create index on team_officer (person_id);
create unique index team_officer_person on team_officer (team_id, person_id);

-- None where an officer works for the whole team.
create table team_officer_neighbourhood (
  officer_id uuid not null references team_officer on delete cascade,
  force_id text not null,
  neighbourhood_id text not null,
  primary key (officer_id, neighbourhood_id),
  foreign key (force_id, neighbourhood_id) references neighbourhood
);

-- A photo without what the camera wrote into it; its own id, so that a new photo has a new address.
create table team_officer_photo (
  officer_id uuid primary key references team_officer on delete cascade,
  id uuid not null unique,
  bytes bytea not null check (length(bytes) between 1 and 65536)
);

create table team_facts (
  team_id text primary key references team,
  contact jsonb not null default '{}' check (jsonb_typeof(contact) = 'object')
);

create table team_link (
  id uuid primary key,
  team_id text not null references team,
  title text not null check (title <> ''),
  url text not null check (url ~ '^https?://'),
  description text not null default '',
  place integer not null default 0
);
create index on team_link (team_id, place, title, id);

-- Where a team can be visited: police stations and offices.
create table team_location (
  id uuid primary key,
  team_id text not null references team,
  name text not null check (name <> ''),
  type text not null check (type in ('station', 'office', 'other')),
  address text not null check (address <> ''),
  postcode text not null default '',
  location point,
  telephone text not null default '',
  description text not null default '',
  place integer not null default 0
);
create index on team_location (team_id, place, name, id);

-- How many days a section of a team's page may go without review; 90, a quarter, where a force set nothing.
create table section_interval (
  force_id text not null references force,
  section text not null,
  days integer not null check (days between 7 and 730),
  primary key (force_id, section)
);

-- Leaving, moving and coming back change what the public reads, so that the pages kept are forgotten.
create function officer_leaves_page() returns trigger language plpgsql as $$
begin
  perform pg_notify('ledger', o.team_id) from team_officer o where o.person_id = new.id;
  return null;
end $$;
create trigger officer_leaves_page after update of ended_on, team_id on person
  for each row when (old is distinct from new) execute function officer_leaves_page();

-- So does crime that is counted anew.
create function crime_changes_pages() returns trigger language plpgsql as $$
begin
  perform pg_notify('ledger', c.force_id) from (select distinct force_id from counted) c;
  return null;
end $$;
create trigger crime_changes_pages after insert on crime_count
  referencing new table as counted for each statement execute function crime_changes_pages();
