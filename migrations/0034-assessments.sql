-- One year's assessment: the OPCC's panel scores each contract blind, moderates, rates it and recommends; teams answer in public.
create table assessment_round (
  id uuid primary key,
  force_id text not null references force,
  year integer not null check (year between 2000 and 2200),
  opens_on date not null,
  scoring_on date not null,
  moderation_on date not null,
  closes_on date not null,
  -- Best first.
  grades text[] not null check (cardinality(grades) between 2 and 10),
  -- Within how many days of the closing a recommendation must be answered in public.
  answer_within integer not null check (answer_within between 1 and 366),
  phase text not null default 'set up' check (phase in ('set up', 'scoring', 'moderation', 'closed')),
  opened_at timestamptz(3) not null,
  opened_by uuid,
  closed_on date,
  unique (force_id, year),
  check (opens_on <= scoring_on and scoring_on <= moderation_on and moderation_on <= closes_on),
  check ((closed_on is not null) = (phase = 'closed'))
);

create table round_contract (
  round_id uuid not null references assessment_round,
  contract_id text not null references contract,
  -- What the dip sample is drawn by: whoever has it can draw the sample again.
  seed text not null check (seed <> ''),
  primary key (round_id, contract_id)
);
create index on round_contract (contract_id);

create table round_member (
  round_id uuid not null references assessment_round,
  person_id uuid not null references person,
  is_chair boolean not null,
  primary key (round_id, person_id)
);
create unique index round_one_chair on round_member (round_id) where is_chair;

-- Whoever has a conflict with a team neither opens its pack nor scores it.
create table round_conflict (
  round_id uuid not null,
  contract_id text not null,
  person_id uuid not null,
  why text not null check (why <> ''),
  declared_at timestamptz(3) not null,
  primary key (round_id, contract_id, person_id),
  foreign key (round_id, contract_id) references round_contract,
  foreign key (round_id, person_id) references round_member
);

-- What the panel asks of each standard.
create table round_rubric (
  round_id uuid not null references assessment_round,
  standard_id text not null,
  criteria text not null check (criteria <> ''),
  primary key (round_id, standard_id)
);

-- What the evidence said of a standard when scoring began: every member scores by the same pack.
create table round_pack (
  round_id uuid not null,
  contract_id text not null,
  standard_id text not null,
  place integer not null,
  pack jsonb not null,
  taken_at timestamptz(3) not null,
  primary key (round_id, contract_id, standard_id),
  foreign key (round_id, contract_id) references round_contract
);

create table score (
  round_id uuid not null,
  contract_id text not null,
  standard_id text not null,
  person_id uuid not null,
  grade text,
  reason text not null default '',
  better text not null default '',
  saved_at timestamptz(3) not null,
  -- Null while it is only the member's own note.
  submitted_at timestamptz(3),
  primary key (round_id, contract_id, standard_id, person_id),
  foreign key (round_id, contract_id, standard_id) references round_pack,
  foreign key (round_id, person_id) references round_member,
  constraint score_has_its_reason check (submitted_at is null or (grade is not null and reason <> ''))
);
create index score_of_member on score (round_id, person_id);

create function score_stays() returns trigger language plpgsql as $$
begin
  if old.submitted_at is not null then
    raise exception 'a score stays as it was given' using errcode = 'check_violation', constraint = 'score_stays';
  end if;
  return new;
end $$;
create trigger score_stays before update on score for each row execute function score_stays();

create table moderated_score (
  round_id uuid not null,
  contract_id text not null,
  standard_id text not null,
  grade text not null check (grade <> ''),
  reason text not null check (reason <> ''),
  moderated_at timestamptz(3) not null,
  moderated_by uuid not null,
  primary key (round_id, contract_id, standard_id),
  foreign key (round_id, contract_id, standard_id) references round_pack
);

create table contract_rating (
  round_id uuid not null,
  contract_id text not null,
  grade text not null check (grade <> ''),
  reason text not null check (reason <> ''),
  rated_on date not null,
  rated_by uuid not null,
  primary key (round_id, contract_id),
  foreign key (round_id, contract_id) references round_contract
);
create index on contract_rating (contract_id);

-- A member who does not agree with the rating; it is published beside it, without their name.
create table rating_dissent (
  round_id uuid not null,
  contract_id text not null,
  person_id uuid not null,
  words text not null check (words <> ''),
  given_at timestamptz(3) not null,
  primary key (round_id, contract_id, person_id),
  foreign key (round_id, contract_id) references contract_rating,
  foreign key (round_id, person_id) references round_member
);

create table recommendation (
  id uuid primary key,
  round_id uuid not null,
  contract_id text not null,
  standard_id text not null,
  words text not null check (words <> ''),
  -- What the panel would take as proof that it is done.
  closed_by text not null check (closed_by <> ''),
  owner_id uuid not null references person,
  due_on date not null,
  made_at timestamptz(3) not null,
  made_by uuid not null,
  foreign key (round_id, contract_id) references round_contract
);
create index on recommendation (contract_id);
create index on recommendation (round_id, contract_id);

-- What the team answers and what the panel makes of it, in order; nothing is overwritten.
create table recommendation_step (
  id uuid primary key,
  -- In which order they were taken; two may bear the same instant.
  place bigint generated always as identity,
  recommendation_id uuid not null references recommendation,
  step text not null check (step in ('answered', 'closure proposed', 'closure accepted', 'sent back')),
  words text not null check (words <> ''),
  taken_on date not null,
  taken_at timestamptz(3) not null,
  taken_by uuid not null
);
create index on recommendation_step (recommendation_id, place);
