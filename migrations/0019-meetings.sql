-- Meetings of the organisations a team keeps in touch with, what is done for councils and partners, and what councillors say of us.
create table meeting (
  -- Chosen by whoever plans or records it, so that sending it twice is harmless.
  id uuid primary key,
  team_id text not null references team,
  -- Null where the sergeants of a force meet among themselves (R41).
  organisation_id uuid references organisation,
  title text not null check (title <> ''),
  held_on date not null,
  state text not null check (state in ('planned', 'held', 'withdrawn')),
  -- How we took part; null until somebody said so.
  came text check (came in ('there', 'written report', 'nobody')),
  with_neo boolean not null default false,
  first_hour_with_neos boolean not null default false,
  -- In words that never enter the ledger.
  minutes text not null default '',
  withdrawn_reason text,
  kept_at timestamptz(3) not null,
  kept_by uuid,
  check (state <> 'held' or came is not null),
  check ((state = 'withdrawn') = (withdrawn_reason is not null)),
  check (organisation_id is not null or came is distinct from 'written report')
);
create index on meeting (team_id, held_on);
create index on meeting (organisation_id, held_on);

create table meeting_person (
  meeting_id uuid not null references meeting,
  person_id uuid not null references person,
  primary key (meeting_id, person_id)
);

-- What a meeting agreed somebody does: one of ours, or a partner named by their organisation.
create table meeting_action (
  id uuid primary key,
  meeting_id uuid not null references meeting,
  team_id text not null references team,
  words text not null check (words <> ''),
  owner_id uuid references person,
  partner text check (partner <> ''),
  due_on date not null,
  done_on date,
  noted_at timestamptz(3) not null,
  noted_by uuid,
  done_by uuid,
  check (num_nonnulls(owner_id, partner) = 1)
);
create index on meeting_action (meeting_id);
create index meeting_action_due on meeting_action (team_id, due_on) where done_on is null;

-- What a meeting's record said before it was put right.
create table meeting_correction (
  id bigint generated always as identity primary key,
  meeting_id uuid not null references meeting,
  reason text not null check (reason <> ''),
  held_on date not null,
  came text not null,
  with_neo boolean not null,
  first_hour_with_neos boolean not null,
  corrected_at timestamptz(3) not null,
  corrected_by uuid
);
create index on meeting_correction (meeting_id);

-- Things done for councils and partners that need no more than a day: the record behind their evidence.
create table network_note (
  id uuid primary key,
  team_id text not null references team,
  kind text not null check (kind in ('patrol place offered', 'patrol place taken', 'role briefing held', 'partners informed')),
  happened_on date not null,
  organisation_ids uuid[] not null default '{}',
  -- Of an offer: whether it stands or was taken back.
  stands boolean,
  noted_at timestamptz(3) not null,
  noted_by uuid,
  check ((kind = 'patrol place offered') = (stands is not null))
);
create index on network_note (team_id, kind, happened_on);

-- Which inspector answers for the relationship with the councillors of a team's area (D8.4); the newest holds.
create table responsible_inspector (
  id uuid primary key,
  team_id text not null references team,
  person_id uuid not null references person,
  since date not null,
  named_at timestamptz(3) not null,
  named_by uuid
);
create index on responsible_inspector (team_id, named_at desc);

-- Three statements put to the councillors of a team's area (D8.1 to D8.3).
create table councillor_survey (
  id uuid primary key,
  team_id text not null references team,
  begun_on date not null,
  begun_by uuid,
  begun_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  closed_on date,
  -- How many answered, once it is closed.
  answered integer
);
create unique index councillor_survey_open on councillor_survey (team_id) where closed_on is null;

-- The token itself is with the councillor alone. Whether it was used stands here without a time, so that nobody can match it with an answer.
create table councillor_survey_invitation (
  token_hash bytea primary key check (length(token_hash) = 32),
  survey_id uuid not null references councillor_survey,
  used boolean not null default false
);
create index on councillor_survey_invitation (survey_id);

-- Answers are counted as they come: no row is anybody's. Of fewer than five, the counts go when the survey is closed.
create table councillor_survey_count (
  survey_id uuid not null references councillor_survey,
  question text not null check (question in ('feel informed', 'receive timely information', 'share information')),
  answer text not null check (answer in ('agree', 'neither', 'disagree')),
  count integer not null default 0 check (count >= 0),
  primary key (survey_id, question, answer)
);
