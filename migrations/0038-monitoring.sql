-- What follows a recommendation until it is done, what the commissioner's office watches between rounds, and who was told of what.

-- More time and another owner are steps too: the day and the owner that the panel named stay as they were.
alter table recommendation_step drop constraint recommendation_step_step_check;
alter table recommendation_step add constraint recommendation_step_step_check check (step in ('answered', 'closure proposed',
  'closure accepted', 'sent back', 'more time asked', 'more time granted', 'more time refused', 'reassigned'));
alter table recommendation_step
  add column until date,
  add column owner_id uuid references person,
  -- What of the ledger shows that it is done, and which promise takes it up.
  add column entries bigint[] not null default '{}',
  add column promise_contract text references contract,
  add column promise_ref text,
  add constraint step_has_its_day check ((until is not null) = (step in ('more time asked', 'more time granted'))),
  add constraint step_has_its_owner check ((owner_id is not null) = (step = 'reassigned')),
  add constraint evidence_is_for_closure check (step = 'closure proposed' or (entries = '{}' and promise_ref is null)),
  add constraint promise_has_its_contract check ((promise_contract is null) = (promise_ref is null));
create index on recommendation_step (owner_id) where owner_id is not null;
create index on recommendation (owner_id);

-- Who was told that a recommendation is overdue: each level once for each day since when it is. Ids and days alone.
create table recommendation_escalation (
  recommendation_id uuid not null references recommendation,
  overdue_since date not null,
  level text not null check (level in ('owner', 'inspector', 'senior management', 'panel')),
  escalated_on date not null,
  escalated_at timestamptz(3) not null,
  primary key (recommendation_id, overdue_since, level)
);

-- What somebody of the commissioner's office follows: a whole team (no ref), a standard or a promise.
create table watch (
  person_id uuid not null references person,
  team_id text not null references team,
  scope text not null check (scope in ('team', 'standard', 'promise')),
  ref text not null default '' check ((ref = '') = (scope = 'team')),
  since timestamptz(3) not null,
  primary key (person_id, team_id, scope, ref)
);
create index on watch (team_id);

-- How each promise stood when it was last compared: what was well then and is late or missed now has lapsed.
create table promise_seen (
  contract_id text not null references contract on delete cascade,
  ref text not null,
  standing text not null check (standing in ('kept', 'on course', 'due', 'late', 'missed')),
  as_at date not null,
  primary key (contract_id, ref)
);

create table lapse (
  id bigint generated always as identity primary key,
  contract_id text not null references contract on delete cascade,
  ref text not null,
  stood text not null,
  -- The day as at which it stood so, and the day as at which it had lapsed.
  stood_on date not null,
  standing text not null check (standing in ('late', 'missed')),
  lapsed_on date not null,
  found_at timestamptz(3) not null,
  mended_on date
);
create unique index one_open_lapse on lapse (contract_id, ref) where mended_on is null;
create index on lapse (found_at);

-- Who was told of which lapse by mail: each once.
create table lapse_told (
  lapse_id bigint not null references lapse on delete cascade,
  person_id uuid not null references person,
  told_at timestamptz(3) not null,
  primary key (lapse_id, person_id)
);

-- When somebody last said that they had seen what lapsed.
create table watch_seen (
  person_id uuid not null references person,
  force_id text not null references force,
  seen_at timestamptz(3) not null,
  primary key (person_id, force_id)
);

-- A note of the commissioner's office to a team; between the two alone.
create table team_note (
  id uuid primary key,
  team_id text not null references team,
  -- The standard or promise it is about; null where it is about the team.
  about text check (about <> ''),
  words text not null check (words <> ''),
  answer_by date not null,
  written_on date not null,
  written_at timestamptz(3) not null,
  written_by uuid not null references person
);
create index on team_note (team_id, written_at);

-- Everything said to it, in order.
create table team_note_step (
  id uuid primary key,
  place bigint generated always as identity,
  note_id uuid not null references team_note,
  step text not null check (step in ('answered', 'asked again', 'closed')),
  words text not null check (words <> '' or step = 'closed'),
  answer_by date check ((answer_by is not null) = (step = 'asked again')),
  taken_on date not null,
  taken_at timestamptz(3) not null,
  taken_by uuid not null references person
);
create index on team_note_step (note_id, place);

create function notes_are_kept() returns trigger language plpgsql as $$
begin
  raise exception '% only grows: % is refused', tg_table_name, tg_op using errcode = 'integrity_constraint_violation';
end $$;
create trigger notes_are_kept before update or delete on team_note for each row execute function notes_are_kept();
create trigger notes_are_not_emptied before truncate on team_note for each statement execute function notes_are_kept();
create trigger note_steps_are_kept before update or delete on team_note_step for each row execute function notes_are_kept();
create trigger note_steps_are_not_emptied before truncate on team_note_step for each statement execute function notes_are_kept();

-- That a team was reminded of a note which nobody answered by its day: once for each day.
create table note_reminder (
  note_id uuid not null references team_note,
  answer_by date not null,
  written_at timestamptz(3) not null,
  primary key (note_id, answer_by)
);

-- Who was reminded of a step of a contract's year, before its day and after it: each once for its day. Ids and days alone.
create table year_reminder (
  contract_id text not null,
  step text not null,
  due_on date not null,
  moment text not null check (moment in ('before', 'after')),
  written_at timestamptz(3) not null,
  primary key (contract_id, step, due_on, moment)
);
