-- Whom a team keeps in touch with. Names, addresses and what was said stand here alone: the ledger knows only subjects and counts.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create table organisation (
  id uuid primary key,
  force_id text not null references force,
  -- Null where it belongs to the whole force, as a neighbouring force does.
  team_id text references team,
  kind text not null check (kind in ('council', 'parish', 'school', 'faith group', 'business', 'charity', 'community group',
    'watch scheme', 'partnership', 'neighbouring force', 'safer schools team', 'councillor advocates')),
  name text not null check (name <> ''),
  -- What a search reads: the name, place and tags without accents and capitals.
  folded text not null,
  place text not null default '',
  postcode text,
  location point,
  website text,
  tags text[] not null default '{}',
  -- The ledger's name for it; several records that were merged keep one.
  subject_id text references subject,
  -- A school's number in the national register, and since when and until when it is open.
  urn integer unique,
  opens_on date,
  closes_on date check (closes_on >= opens_on),
  members integer check (members >= 0),
  merged_into uuid references organisation check (merged_into <> id),
  kept_at timestamptz(3) not null,
  kept_by uuid,
  check (team_id is null or starts_with(team_id, force_id || '/'))
);
create index on organisation (force_id, team_id, kind) where merged_into is null;
create index organisation_folded on organisation using gin (folded gin_trgm_ops);

create table key_individual (
  id uuid primary key,
  force_id text not null references force,
  team_id text not null references team,
  -- Empty once erased: the row stays so that counts stay.
  name text not null,
  folded text not null,
  email text,
  telephone text,
  address text,
  languages text[] not null default '{}',
  reach_by text check (reach_by in ('telephone', 'text message', 'e-mail', 'letter', 'visit')),
  -- The area or people they speak for, as the ledger may say it: never a name.
  speaks_for text not null check (speaks_for <> ''),
  neighbourhood_ids text[] not null default '{}',
  tags text[] not null default '{}',
  -- Why we may hold it, what for, until when (UK GDPR articles 5 and 6).
  lawful_basis text not null check (lawful_basis in ('public task', 'consent', 'legitimate interests', 'legal obligation')),
  purpose text not null check (purpose <> ''),
  told_on date,
  review_on date not null,
  subject_id text references subject,
  objected_on date,
  left_on date,
  erased_at timestamptz(3),
  merged_into uuid references key_individual check (merged_into <> id),
  kept_at timestamptz(3) not null,
  kept_by uuid,
  check (starts_with(team_id, force_id || '/')),
  check ((erased_at is null) = (name <> '')),
  check (erased_at is null or (email is null and telephone is null and address is null and folded = ''))
);
create index on key_individual (force_id, team_id) where merged_into is null and erased_at is null;
-- The team first: a search is of one team, and a common word must not read the whole force.
create index key_individual_folded on key_individual using gin (team_id, folded gin_trgm_ops)
  where merged_into is null and erased_at is null;

-- A post of an organisation outlives whoever holds it: "clerk of Bridport Town Council" is met every six months, whoever that is.
create table post (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  role text not null check (role in ('clerk', 'town surveyor', 'councillor', 'councillor advocate', 'head', 'safeguarding officer',
    'scheme coordinator', 'chair', 'secretary', 'manager', 'faith leader', 'contact')),
  -- Which of several: a councillor's ward.
  ward text not null default '',
  subject_id text references subject,
  unique (organisation_id, role, ward)
);

create table post_held (
  id uuid primary key,
  post_id uuid not null references post,
  key_individual_id uuid not null references key_individual,
  -- Public knowledge of a councillor; it stays here and never enters the ledger.
  party text,
  since date not null,
  until date check (until >= since)
);
create index on post_held (key_individual_id);
create index on post_held (post_id, since);

-- One relationship for each subject a team keeps in touch with. It always has an owner.
create table relationship (
  id uuid primary key,
  team_id text not null references team,
  subject_id text not null references subject,
  organisation_id uuid references organisation,
  post_id uuid references post,
  key_individual_id uuid references key_individual,
  owner_id uuid not null references person,
  -- The longest they may go without hearing from us, as an ISO 8601 duration (P1M); null where nobody has agreed it yet.
  every text,
  agreed_on date,
  agreed_with text check (agreed_with in ('both', 'us alone')),
  agreed_by uuid,
  last_contact_on date,
  -- The day by which the next contact is due: kept beside what it follows from, so that a week's list is one index away.
  next_due date,
  reviewed_on date,
  began_on date not null,
  ended_on date check (ended_on >= began_on),
  check (num_nonnulls(organisation_id, post_id, key_individual_id) = 1),
  check ((every is null) = (agreed_on is null)),
  unique (team_id, subject_id)
);
create index relationship_due on relationship (team_id, next_due) where ended_on is null;
create index relationship_owner on relationship (owner_id) where ended_on is null;
create index on relationship (organisation_id);
create index on relationship (post_id);
create index on relationship (key_individual_id);

-- One dated exchange; the id is chosen by whoever logs it, so that sending it twice is harmless.
create table contact (
  id uuid primary key,
  relationship_id uuid not null references relationship,
  team_id text not null references team,
  made_on date not null,
  how text not null check (how in ('meeting', 'visit', 'telephone', 'e-mail', 'letter', 'online')),
  -- Both directions: what they told us, what we told them, what we promised and by when. Empty where nothing was.
  heard text not null default '',
  voiced text not null default '',
  promised text not null default '',
  promised_by date,
  promise_kept_on date,
  -- The day on which we told them what came of what they raised.
  answered_on date check (answered_on >= made_on),
  -- What else it was: a briefing, a written report, with the NEO ... as the data dictionary names it.
  facets text[] not null default '{}',
  logged_at timestamptz(3) not null,
  logged_by uuid,
  check (promised <> '' or promised_by is null)
);
create index on contact (relationship_id, made_on desc);
create index on contact (team_id, made_on desc);
create index contact_promised on contact (team_id, promised_by) where promised_by is not null and promise_kept_on is null;

-- Once a year each relationship is looked at: what came of it, what it cost, what should change (D3.2).
create table relationship_review (
  id uuid primary key,
  relationship_id uuid not null references relationship,
  reviewed_on date not null,
  came_of_it text not null,
  worth_it text not null check (worth_it in ('yes', 'partly', 'no')),
  to_change text not null,
  reviewed_at timestamptz(3) not null,
  reviewed_by uuid
);
create index on relationship_review (relationship_id, reviewed_on desc);
