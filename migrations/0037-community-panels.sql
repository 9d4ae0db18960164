-- What the community makes of contracts: sittings of a panel or forum, whom they invite, what those vote, and what is told of it.
create table community_sitting (
  id uuid primary key,
  force_id text not null references force,
  panel text not null check (panel in ('community panel', 'community scrutiny forum')),
  year integer not null check (year between 2000 and 2200),
  held_on date not null,
  place text not null check (place <> ''),
  opens_on date not null,
  closes_on date not null,
  -- What may be chosen of each standard, best first; that somebody cannot say is always among it.
  choices text[] not null check (cardinality(choices) between 2 and 5),
  -- Of the whole contract, best first.
  grades text[] not null check (cardinality(grades) between 2 and 10),
  minutes text not null default '',
  convened_at timestamptz(3) not null,
  convened_by uuid,
  closed_on date,
  check (opens_on <= held_on and held_on <= closes_on)
);
create index on community_sitting (force_id, held_on);

create table community_sitting_contract (
  sitting_id uuid not null references community_sitting,
  contract_id text not null references contract,
  primary key (sitting_id, contract_id)
);
create index on community_sitting_contract (contract_id);

-- What the sitting judged, kept when it is closed: the page of its verdict stays as it was.
create table community_pack (
  sitting_id uuid not null,
  contract_id text not null,
  standard_id text not null,
  place integer not null,
  pack jsonb not null,
  primary key (sitting_id, contract_id, standard_id),
  foreign key (sitting_id, contract_id) references community_sitting_contract
);

create table community_member (
  id uuid primary key,
  sitting_id uuid not null references community_sitting,
  -- In which order they were invited: all that is left of who they are once the sitting is closed.
  place bigint generated always as identity,
  label text not null check (label <> ''),
  email text,
  invited_at timestamptz(3) not null,
  invited_by uuid not null,
  unique (sitting_id, id)
);

-- The token itself is with the member alone: who reads this table can open nobody's page.
create table community_link (
  id uuid primary key,
  member_id uuid not null references community_member,
  token_hash bytea not null unique check (length(token_hash) = 32),
  made_at timestamptz(3) not null,
  made_by uuid not null,
  -- The last use, and the one before it: so a member sees whether somebody else has the link.
  used_at timestamptz(3),
  used_before_at timestamptz(3),
  ended_at timestamptz(3)
);
create unique index community_one_link on community_link (member_id) where ended_at is null;

-- Each time somebody votes on a contract; the newest counts, and those before are kept.
create table community_vote (
  id uuid primary key,
  place bigint generated always as identity,
  sitting_id uuid not null,
  contract_id text not null,
  member_id uuid,
  -- The number on a sheet of paper.
  sheet integer check (sheet between 1 and 9999),
  grade text,
  comment text not null default '' check (length(comment) <= 1000),
  cast_at timestamptz(3) not null,
  keyed_by uuid,
  foreign key (sitting_id, contract_id) references community_sitting_contract,
  foreign key (sitting_id, member_id) references community_member (sitting_id, id),
  check ((member_id is null) = (sheet is not null)),
  check ((keyed_by is null) = (sheet is null))
);
create unique index community_sheet_once on community_vote (sitting_id, contract_id, sheet) where sheet is not null;
create index on community_vote (sitting_id, contract_id, member_id, place);

create table community_vote_choice (
  vote_id uuid not null references community_vote,
  standard_id text not null,
  choice text,
  comment text not null default '' check (length(comment) <= 1000),
  primary key (vote_id, standard_id)
);

-- Who was there, each person once, by the community for which they spoke.
create table community_attendance (
  sitting_id uuid not null references community_sitting,
  community text not null check (community <> ''),
  people integer not null check (people between 1 and 10000),
  primary key (sitting_id, community)
);

-- What a member wants to be read beside the outcome; published without their name once somebody has looked for personal data.
create table community_dissent (
  id uuid primary key,
  sitting_id uuid not null,
  contract_id text not null,
  member_id uuid not null,
  words text not null check (words <> ''),
  given_at timestamptz(3) not null,
  decision text check (decision in ('published', 'refused')),
  reason text not null default '',
  decided_at timestamptz(3),
  decided_by uuid,
  foreign key (sitting_id, contract_id) references community_sitting_contract,
  foreign key (sitting_id, member_id) references community_member (sitting_id, id),
  unique (sitting_id, contract_id, member_id),
  check ((decision is null) = (decided_at is null)),
  check (decision is distinct from 'refused' or reason <> '')
);

-- R05: what a team tells a sitting of communities that are harder to reach.
create table community_reach (
  sitting_id uuid not null references community_sitting,
  team_id text not null references team,
  identifying text not null,
  channels text not null,
  blockers text not null,
  good_practice text not null,
  told_at timestamptz(3) not null,
  told_by uuid not null,
  primary key (sitting_id, team_id)
);
