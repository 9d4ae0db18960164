-- The contract's year: its states, its next draft, its self evaluation, and what the panel was given to judge.

-- A contract that nobody may read yet: what the public sees stands in "contract" alone, and a draft moves there when it is published.
create table contract_draft (
  contract_id text primary key,
  team_id text not null references team,
  year integer not null check (year between 2000 and 2200),
  document jsonb not null,
  -- The contract whose year it follows.
  follows text not null references contract,
  made_at timestamptz(3) not null,
  made_by uuid,
  unique (team_id, year),
  check (contract_id = team_id || '/' || year)
);

-- Where a contract is in its year. One that was published without these steps has no row and is in force.
create table contract_course (
  contract_id text primary key,
  team_id text not null references team,
  state text not null check (state in ('draft', 'submitted', 'signed', 'endorsed', 'in force', 'self evaluation drafted', 'frozen',
    'rated', 'closed')),
  -- Who has the next step in hand, and by when.
  owner_id uuid references person,
  due_on date,
  -- Counts changes, so that of two people who change it at once the second is told.
  revision integer not null default 0,
  check (contract_id like team_id || '/%')
);
create index on contract_course (team_id);

-- Each step of a contract with its day and its reason.
create table contract_step (
  id bigint generated always as identity primary key,
  contract_id text not null references contract_course,
  step text not null,
  state text not null,
  taken_on date not null,
  reason text not null default '',
  taken_at timestamptz(3) not null,
  taken_by uuid
);
create index on contract_step (contract_id);

-- Every version of a self evaluation, of which the newest holds.
create table self_evaluation (
  contract_id text not null references contract,
  version integer not null check (version > 0),
  -- The day as at which its sentences were drafted.
  as_at date not null,
  paragraphs jsonb not null,
  written_at timestamptz(3) not null,
  written_by uuid,
  primary key (contract_id, version)
);

-- What a panel judges: evidence (by the heads of its chains), standings and texts, in the very bytes that were hashed.
create table contract_freeze (
  id uuid primary key,
  contract_id text not null references contract,
  frozen_at timestamptz(3) not null,
  frozen_by uuid,
  content text not null,
  hash bytea not null check (hash = sha256(convert_to(content, 'UTF8')))
);
create index on contract_freeze (contract_id, frozen_at);

create function contract_year_is_kept() returns trigger language plpgsql as $$
begin
  raise exception '% only grows: % is refused', tg_table_name, tg_op using errcode = 'integrity_constraint_violation';
end $$;
create trigger steps_are_kept before update or delete on contract_step for each row execute function contract_year_is_kept();
create trigger steps_are_not_emptied before truncate on contract_step for each statement execute function contract_year_is_kept();
create trigger versions_are_kept before update or delete on self_evaluation for each row execute function contract_year_is_kept();
create trigger versions_are_not_emptied before truncate on self_evaluation for each statement execute function contract_year_is_kept();
create trigger freezes_are_kept before update or delete on contract_freeze for each row execute function contract_year_is_kept();
create trigger freezes_are_not_emptied before truncate on contract_freeze for each statement execute function contract_year_is_kept();
