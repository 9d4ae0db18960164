-- Watch schemes, volunteers, and handing over: whoever leaves a team leaves nothing behind that nobody owns.

-- Their last day here; after it they cannot sign in.
alter table person add ended_on date;

-- Somebody may own what a team keeps up while they are here and keep in touch for it: of the team, its force, or every force.
create function may_own(person_id uuid, for_team text) returns boolean language sql stable as $$
  select exists (
    select from person p where p.id = person_id and p.ended_on is null and p.role in ('pcso', 'sergeant', 'inspector', 'neo', 'administrator')
      and coalesce(p.team_id, for_team) = for_team and (p.force_id is null or starts_with(for_team, p.force_id || '/'))
  )
$$;

create function relationship_has_active_owner() returns trigger language plpgsql as $$
begin
  -- Held, so that nobody leaves while they are being given something to own.
  perform from person where id = new.owner_id for share;
  if not may_own(new.owner_id, new.team_id) then
    raise exception 'whoever owns a relationship works for its team'
      using errcode = 'check_violation', constraint = 'relationship_has_active_owner';
  end if;
  return new;
end $$;
create trigger relationship_has_active_owner before insert or update of owner_id, team_id on relationship
  for each row execute function relationship_has_active_owner();

create function owner_leaves_nothing_behind() returns trigger language plpgsql as $$
begin
  if exists (select from relationship r where r.owner_id = new.id and not may_own(new.id, r.team_id)) then
    raise exception 'whoever owns a relationship hands it over before they leave its team'
      using errcode = 'check_violation', constraint = 'relationship_has_active_owner';
  end if;
  return null;
end $$;
create trigger owner_leaves_nothing_behind after update of ended_on, team_id, force_id, role on person
  for each row when (old is distinct from new) execute function owner_leaves_nothing_behind();
-- Ended relationships have owners too: a school may open again.
create index relationship_any_owner on relationship (owner_id);

-- One handing over of all that somebody owned in a team.
create table handover (
  id uuid primary key,
  team_id text not null references team,
  from_person uuid not null references person,
  handed_on date not null,
  handed_at timestamptz(3) not null,
  handed_by uuid,
  then_what text not null check (then_what in ('stays', 'ends', 'moves'))
);
create index on handover (team_id, handed_at desc);

-- The new owner is introduced by a day; a contact logged by them since says that it was done.
create table introduction (
  id uuid primary key default gen_random_uuid(),
  handover_id uuid not null references handover,
  relationship_id uuid not null references relationship,
  to_person uuid not null references person,
  -- The words to send or to read out; empty once they have served, or the relationship has ended.
  draft text not null,
  sent boolean not null default false,
  due_on date not null,
  unique (handover_id, relationship_id)
);
create index on introduction (relationship_id);

create function introductions_end_with_relationship() returns trigger language plpgsql as $$
begin
  update introduction set draft = '' where relationship_id = new.id and draft <> '';
  return null;
end $$;
create trigger introductions_end_with_relationship after update of ended_on on relationship
  for each row when (new.ended_on is not null) execute function introductions_end_with_relationship();

-- How many belong to a watch scheme, counted now and then.
create table scheme_members (
  organisation_id uuid not null references organisation,
  counted_on date not null,
  members integer not null check (members >= 0),
  primary key (organisation_id, counted_on)
);

-- Each going through of a team's key individuals (R30).
create table network_review (
  id uuid primary key,
  team_id text not null references team,
  reviewed_on date not null,
  key_individuals integer not null,
  reviewed_at timestamptz(3) not null,
  reviewed_by uuid
);
create index on network_review (team_id, reviewed_on desc);

-- Engagement volunteers (D10.4): the ledger knows them by a number.
create table volunteer (
  id uuid primary key,
  team_id text not null references team,
  number integer not null check (number > 0),
  name text not null check (name <> ''),
  -- Their own login, where they have one.
  person_id uuid references person on delete set null,
  skills text[] not null default '{}',
  active_from date not null,
  active_to date check (active_to >= active_from),
  subject_id text not null references subject,
  added_at timestamptz(3) not null,
  added_by uuid,
  unique (team_id, number),
  unique (team_id, person_id)
);

create table volunteer_task (
  id uuid primary key,
  team_id text not null references team,
  task text not null check (task in ('pages', 'newsletter', 'event', 'patrol', 'other')),
  words text not null check (words <> ''),
  on_day date not null,
  hours numeric(5, 2) not null check (hours > 0),
  skills text[] not null default '{}',
  -- An officer would do it otherwise, so its hours are freed.
  for_an_officer boolean not null,
  offered_at timestamptz(3) not null,
  -- Who answers for it; null where nobody does.
  offered_by uuid references person,
  taken_by uuid references volunteer,
  withdrawn_at timestamptz(3)
);
create index on volunteer_task (team_id, on_day);
create index on volunteer_task (taken_by);

create table volunteer_stint (
  id uuid primary key,
  volunteer_id uuid not null references volunteer,
  task_id uuid references volunteer_task,
  task text not null,
  done_on date not null,
  hours numeric(5, 2) not null check (hours > 0),
  for_an_officer boolean not null,
  noted_at timestamptz(3) not null,
  noted_by uuid,
  unique (task_id)
);
create index on volunteer_stint (volunteer_id, done_on);
