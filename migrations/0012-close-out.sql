-- Closing an engagement: how good its figure is, what was heard, promised and learned, and how a mistake is put right.

-- How the figure was got and how sure whoever took it is; null where nobody said.
alter table engagement add figure_from text;
alter table engagement add confidence text;
-- A record made by mistake stays, marked; the ledger has a row that withdraws its evidence.
alter table engagement add withdrawn_at timestamptz(3);
alter table engagement add withdrawn_by uuid;
alter table engagement add withdrawn_reason text;
alter table engagement add constraint engagement_withdrawn_for_a_reason
  check ((withdrawn_at is null) = (withdrawn_reason is null));

-- The figures as they were before a correction, and why they were corrected.
create table engagement_correction (
  id bigint generated always as identity primary key,
  engagement_id uuid not null references engagement,
  corrected_at timestamptz(3) not null,
  corrected_by uuid,
  reason text not null check (reason <> ''),
  reached integer,
  spoke_with integer,
  raised_a_concern integer
);
create index on engagement_correction (engagement_id);

-- What people said, in words that never enter the ledger; null once they were erased. A priority may come of it later.
create table concern_heard (
  id uuid primary key,
  -- Those of one form share their instant, and keep the order in which they were told.
  place_in_order bigint generated always as identity,
  team_id text not null references team,
  engagement_id uuid references engagement,
  words text check (words <> ''),
  neighbourhood_id text,
  heard_on date not null,
  recorded_at timestamptz(3) not null,
  recorded_by uuid,
  priority_id uuid,
  erased_at timestamptz(3),
  check ((words is null) = (erased_at is not null))
);
create index on concern_heard (team_id, heard_on);
create index on concern_heard (engagement_id);

create table promise_made (
  id uuid primary key,
  team_id text not null references team,
  engagement_id uuid references engagement,
  words text check (words <> ''),
  to_whom text check (to_whom <> ''),
  due_on date not null,
  recorded_at timestamptz(3) not null,
  recorded_by uuid,
  kept_on date,
  kept_how text,
  kept_by uuid,
  erased_at timestamptz(3),
  check ((words is null) = (erased_at is not null))
);
create index on promise_made (team_id, due_on) where kept_on is null;
create index on promise_made (engagement_id);

create table learning_point (
  id uuid primary key,
  place_in_order bigint generated always as identity,
  team_id text not null references team,
  engagement_id uuid references engagement,
  words text check (words <> ''),
  shared boolean not null,
  recorded_at timestamptz(3) not null,
  recorded_by uuid,
  erased_at timestamptz(3),
  check ((words is null) = (erased_at is not null))
);
create index on learning_point (engagement_id);

-- Where crime gathers; the street corner meeting that answers it (R11).
create table hotspot (
  id uuid primary key,
  team_id text not null references team,
  place text not null check (place <> ''),
  neighbourhood_id text,
  why text not null check (why <> ''),
  identified_on date not null,
  recorded_at timestamptz(3) not null,
  recorded_by uuid,
  answered_by uuid references engagement
);
create index on hotspot (team_id, identified_on);
create index on hotspot (answered_by);
