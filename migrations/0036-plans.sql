-- Plans that several people write at once: each piece of a draft has a revision of its own, and the public learns nothing before it is published.
alter table contract_draft alter column follows drop not null;
-- Whom the draft names and nobody knew yet; they become subjects when it is published, so that a draft moves no standing.
alter table contract_draft add column named jsonb not null default '[]';

-- A piece of a draft that somebody wrote: an answer, a promise, a list of part 3. It outlives the draft, so that why a promise was left out stays known.
create table draft_piece (
  contract_id text not null references contract_course,
  piece text not null,
  revision integer not null check (revision > 0),
  changed_at timestamptz(3) not null,
  changed_by uuid,
  -- The form that added it, so that one sent twice adds it once.
  form_id uuid,
  left_out_why text check (left_out_why <> ''),
  primary key (contract_id, piece),
  unique (contract_id, form_id)
);

-- Whom a team asked about its plan, and what came of it.
create table plan_consultation (
  id uuid primary key,
  contract_id text not null references contract_course,
  held_on date not null,
  asked text not null check (asked <> ''),
  how text not null check (how in ('people met', 'survey', 'meeting', 'online', 'letter', 'other')),
  answers integer not null check (answers >= 0),
  said text not null check (said <> ''),
  changed text not null check (changed <> ''),
  revision integer not null default 1,
  told_at timestamptz(3) not null,
  told_by uuid
);
create index on plan_consultation (contract_id);

-- A profile of the communities that a plan rests on.
create table plan_profile (
  id uuid primary key,
  contract_id text not null references contract_course,
  title text not null check (title <> ''),
  address text not null default '',
  dated date not null,
  informs text not null check (informs <> ''),
  linked_on date not null,
  linked_at timestamptz(3) not null,
  linked_by uuid,
  taken_out_why text check (taken_out_why <> '')
);
create index on plan_profile (contract_id);
