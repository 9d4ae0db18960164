-- Care for the data of the people whom a team keeps in touch with: who sees what, for how long, and how it goes.

-- What the law calls special categories (UK GDPR article 9): held only with a reason, apart from all that lists and searches read.
create table sensitive_fact (
  id uuid primary key,
  key_individual_id uuid not null references key_individual,
  category text not null check (category in ('racial or ethnic origin', 'religion or belief', 'political opinion', 'health',
    'sexual orientation', 'sex life', 'trade union membership')),
  words text not null check (words <> ''),
  reason text not null check (reason <> ''),
  recorded_by uuid,
  at timestamptz(3) not null,
  review_on date not null
);
create index on sensitive_fact (key_individual_id);

-- Each time somebody opened them: who, whose, what for.
create table sensitive_reading (
  id bigint generated always as identity primary key,
  key_individual_id uuid not null references key_individual,
  read_by uuid not null,
  purpose text not null check (purpose in ('to prepare a contact', 'to answer what they asked', 'to check that it is still needed',
    'to give them what is held about them', 'another purpose')),
  -- What was typed beside the purpose; empty once the person is erased.
  words text not null default '',
  at timestamptz(3) not null
);
create index on sensitive_reading (key_individual_id, at desc);
create index on sensitive_reading (at desc, id desc);

-- The token itself is with the person alone: who reads this table can open nobody's record.
create table own_record_link (
  id uuid primary key,
  token_hash bytea not null unique check (length(token_hash) = 32),
  key_individual_id uuid not null references key_individual,
  given text not null check (given in ('by mail', 'by hand')),
  -- A link given by hand by somebody who may not see sensitive facts must not show them to whoever holds it.
  shows_sensitive boolean not null,
  made_at timestamptz(3) not null,
  made_by uuid,
  expires_at timestamptz(3) not null,
  opened_at timestamptz(3),
  ended_at timestamptz(3)
);
create index on own_record_link (key_individual_id);

-- Each time somebody decided that a record is still needed, and until when.
create table record_review (
  id bigint generated always as identity primary key,
  key_individual_id uuid not null references key_individual,
  reviewed_on date not null,
  -- Empty once the person is erased.
  reason text not null,
  review_on date not null check (review_on > reviewed_on),
  at timestamptz(3) not null,
  by uuid
);
create index on record_review (key_individual_id, reviewed_on desc);
create index key_individual_review on key_individual (team_id, review_on) where merged_into is null and erased_at is null;

-- An owner is reminded once for each week.
create table review_reminder (
  owner_id uuid not null references person,
  week date not null,
  primary key (owner_id, week)
);

alter table contact add erased_at timestamptz(3);
alter table contact add constraint contact_erased_holds_no_words
  check (erased_at is null or (heard = '' and voiced = '' and promised = ''));

-- Who was erased, and when: what a restored database must erase again.
create table erasure (
  id bigint generated always as identity primary key,
  key_individual_id uuid not null references key_individual,
  reason text not null check (reason in ('they asked for it', 'they objected', 'it is no longer needed', 'it should never have been held',
    'a restored database held it again')),
  at timestamptz(3) not null,
  by uuid
);
create function erasure_stays_as_written() returns trigger language plpgsql as $$
begin
  raise exception 'erasures are only ever added to';
end
$$;
create trigger erasure_stays_as_written before update or delete on erasure
  for each row execute function erasure_stays_as_written();
create trigger erasures_are_not_emptied before truncate on erasure
  for each statement execute function erasure_stays_as_written();

-- An erased person is known again by a keyed hash alone, so that no import brings them back; nobody can read from it who it was.
create table identity_key (
  only_one boolean primary key default true check (only_one),
  key bytea not null check (length(key) = 32)
);
create table erased_identity (
  force_id text not null references force,
  mark bytea not null check (length(mark) = 32),
  primary key (force_id, mark)
);
