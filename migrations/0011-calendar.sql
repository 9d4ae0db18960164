-- Who is to be at a planned engagement. A volunteer may be known by name alone, which stays at the desk.
create table planned_engagement_person (
  id uuid primary key,
  planned_engagement_id uuid not null references planned_engagement,
  part text not null check (part in ('police', 'volunteer', 'Special Constable')),
  person_id uuid references person on delete cascade,
  name text check (name <> ''),
  hours numeric(5, 2) check (hours >= 0),
  unique (planned_engagement_id, person_id),
  check ((person_id is null) <> (name is null)),
  check (part <> 'police' or person_id is not null)
);
create index on planned_engagement_person (planned_engagement_id);
create index on planned_engagement_person (person_id);

-- Whether an engagement is worth holding (D10.1): the question as it was put, and its answer.
create table planned_engagement_answer (
  planned_engagement_id uuid not null references planned_engagement,
  question text not null check (question <> ''),
  met boolean not null,
  note text not null default '',
  primary key (planned_engagement_id, question)
);

-- A force's own questions in their order; a force without any is asked those that the program knows.
create table force_criterion (
  force_id text not null references force,
  position integer not null,
  question text not null check (question <> ''),
  primary key (force_id, position),
  unique (force_id, question)
);

-- Which of the team's priorities a planned engagement works on; named as the ledger names it.
create table planned_engagement_priority (
  planned_engagement_id uuid not null references planned_engagement,
  priority text not null check (priority <> ''),
  primary key (planned_engagement_id, priority)
);

-- From how many days before, on how many channels, a force's engagements count as advertised (R10).
create table force_advertising (
  force_id text primary key references force,
  days integer not null check (days between 0 and 90),
  channels integer not null check (channels between 1 and 11)
);

create index on planned_engagement (series_id) where series_id is not null;

-- What volunteers and Special Constables gave; null where nobody noted it, which is not none.
alter table engagement add volunteer_hours numeric(6, 2) check (volunteer_hours >= 0);
