-- From concern to outcome: what people raise, what a team makes of it, and what they are told in the end.

-- What somebody wrote by the public form, without saying who they are; words are null once they were erased.
create table concern_sent (
  -- Chosen with the form, so that one sent twice is kept once.
  id uuid primary key,
  team_id text not null references team,
  words text check (words <> ''),
  place text not null default '',
  neighbourhood_id text,
  sent_on date not null,
  sent_at timestamptz(3) not null,
  erased_at timestamptz(3),
  check ((words is null) = (erased_at is not null))
);
create index on concern_sent (team_id, sent_on);

-- Where to tell them what came of it: kept apart, and gone some days after they were told.
create table concern_address (
  concern_id uuid primary key references concern_sent,
  address text not null,
  left_at timestamptz(3) not null,
  told_at timestamptz(3)
);

-- A priority of a team. What people said, the plan and the report are public words and name nobody.
create table priority (
  id uuid primary key,
  -- What the ledger calls it; plans that work on it name it so.
  about text not null unique check (about ~ '^priority/[^[:cntrl:]]{1,190}$'),
  team_id text not null references team,
  title text not null check (title <> ''),
  said text not null check (said <> ''),
  neighbourhood_id text,
  concerning text check (concerning in ('vulnerable victims', 'persistent offenders', 'crime or ASB location')),
  threat text check (threat in ('low', 'medium', 'high')),
  threat_why text,
  risk text check (risk in ('low', 'medium', 'high')),
  risk_why text,
  harm text check (harm in ('low', 'medium', 'high')),
  harm_why text,
  level text check (level in ('higher', 'standard')),
  plan text not null default '',
  state text not null check (state in ('triaged', 'set', 'planned', 'in hand', 'reported back', 'closed', 'reopened', 'turned down')),
  outcome text check (outcome in ('done', 'partly', 'could not', 'still trying')),
  report_back text check (report_back <> ''),
  set_on date,
  closed_on date,
  -- Counts changes, so that of two people who change it at once the second is told.
  revision integer not null default 1,
  made_at timestamptz(3) not null,
  made_by uuid,
  check ((level is null) = (set_on is null)),
  check (state in ('triaged', 'turned down') or set_on is not null),
  -- Nothing is closed before those who raised it could read what came of it.
  check (state not in ('reported back', 'closed') or (outcome is not null and report_back is not null)),
  check ((state = 'closed') = (closed_on is not null))
);
create index on priority (team_id, state);

-- Each step a priority took, with its day: nothing of its course is ever overwritten.
create table priority_step (
  id bigint generated always as identity primary key,
  priority_id uuid not null references priority,
  step text not null,
  state text not null,
  taken_on date not null,
  words text not null default '',
  taken_at timestamptz(3) not null,
  taken_by uuid
);
create index on priority_step (priority_id);

-- Who does what by when: somebody of the team, or a partner.
create table priority_action (
  id uuid primary key,
  priority_id uuid not null references priority,
  what text not null check (what <> ''),
  person_id uuid references person,
  organisation_id uuid references organisation,
  due_on date not null,
  -- Whether the public page tells of it once it is done.
  shown boolean not null,
  done_on date,
  added_at timestamptz(3) not null,
  added_by uuid,
  check (num_nonnulls(person_id, organisation_id) = 1)
);
create index on priority_action (priority_id);

create table priority_partner (
  priority_id uuid not null references priority,
  organisation_id uuid not null references organisation,
  informed_on date,
  primary key (priority_id, organisation_id)
);

-- What the public reads of it: updates, and at the end the report with its outcome.
create table priority_update (
  id uuid primary key,
  priority_id uuid not null references priority,
  posted_on date not null,
  words text not null check (words <> ''),
  outcome text check (outcome in ('done', 'partly', 'could not', 'still trying')),
  posted_at timestamptz(3) not null,
  posted_by uuid
);
create index on priority_update (priority_id, posted_on);

-- What was decided of a concern, whichever way it came in.
create table concern_triaged (
  concern_id uuid primary key,
  source text not null check (source in ('event', 'contact', 'form', 'feedback')),
  team_id text not null references team,
  decision text not null check (decision in ('priority', 'answered', 'not ours', 'nothing')),
  priority_id uuid references priority,
  -- What they were told, or why nothing is done.
  words text not null default '',
  triaged_on date not null,
  triaged_at timestamptz(3) not null,
  triaged_by uuid,
  check ((decision = 'priority') = (priority_id is not null)),
  check (decision = 'priority' or words <> '')
);
create index on concern_triaged (priority_id);
create index on concern_triaged (team_id);

-- Kept there since before concerns had a course of their own, and never used.
alter table concern_heard drop column priority_id;

-- The link by which somebody who was told may say that it is not fixed; only the hash of its key is kept.
create table concern_link (
  hash bytea primary key check (length(hash) = 32),
  concern_id uuid not null references concern_sent,
  priority_id uuid not null references priority,
  made_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  not_fixed_at timestamptz(3),
  words text not null default ''
);
create index on concern_link (priority_id) where not_fixed_at is not null;
