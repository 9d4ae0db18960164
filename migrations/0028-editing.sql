-- What a team writes on its page: the text of a section, or a news item; each has versions, kept for ever.
create table page_text (
  id uuid primary key,
  team_id text not null references team,
  -- Null for a news item.
  section text check (section in ('the team', 'how to contact', 'opportunities to meet', 'problem solving', 'where to find more')),
  begun_at timestamptz(3) not null,
  -- News that was taken down before its day.
  taken_down_at timestamptz(3),
  taken_down_by uuid,
  taken_down_why text not null default '',
  unique (team_id, section)
);
create index on page_text (team_id) where section is null;

create table page_text_version (
  id uuid primary key,
  text_id uuid not null references page_text,
  number integer not null check (number > 0),
  -- Of a news item; empty for a section, which has its own.
  title text not null default '',
  -- The restricted Markdown of src/web-pages/editing/markup.ts, never HTML.
  words text not null check (length(words) between 1 and 4000),
  why text not null check (why <> ''),
  -- The first day of showing that its writer wishes for, and of news the last.
  wished_from timestamptz(3),
  last_day date,
  role text not null,
  on_phone boolean not null,
  written_at timestamptz(3) not null,
  written_by uuid not null,
  state text not null check (state in ('waiting', 'sent back', 'replaced', 'published', 'called off')),
  decided_at timestamptz(3),
  decided_by uuid,
  -- What an officer wrote to whoever is to write it again.
  sent_back_with text not null default '' check (state <> 'sent back' or sent_back_with <> ''),
  -- Published: from when to when (not included) the public reads it.
  shows_from timestamptz(3),
  shows_until timestamptz(3),
  says_current boolean not null default false,
  -- When the ledger was told that the public reads it.
  told_at timestamptz(3),
  unique (text_id, number),
  check ((state = 'published') <= (shows_from is not null and decided_at is not null))
);
create index on page_text_version (text_id, shows_from desc, number desc) where state = 'published';
create index page_text_version_waiting on page_text_version (text_id) where state in ('waiting', 'sent back');
create index page_text_version_to_tell on page_text_version (shows_from) where state = 'published' and told_at is null;

-- What was written stays as it was written; only what became of it moves on.
create function page_text_version_stays() returns trigger language plpgsql as $$
begin
  if (new.id, new.text_id, new.number, new.title, new.words, new.why, new.role, new.on_phone, new.written_at, new.written_by)
    is distinct from (old.id, old.text_id, old.number, old.title, old.words, old.why, old.role, old.on_phone, old.written_at, old.written_by) then
    raise exception 'a version of a text stays as it was written' using errcode = 'check_violation', constraint = 'page_text_version_stays';
  end if;
  return new;
end $$;
create trigger page_text_version_stays before update on page_text_version
  for each row execute function page_text_version_stays();

-- The volunteer who keeps a team's pages; one at a time.
create table page_keeper (
  id uuid primary key,
  team_id text not null references team,
  person_id uuid not null references person,
  since date not null,
  until date check (until >= since),
  assigned_by uuid,
  assigned_at timestamptz(3) not null
);
create unique index on page_keeper (team_id) where until is null;

-- What a force has its dip-checks ask; the usual questions where it set none.
create table dip_check_question (
  force_id text not null references force,
  place integer not null,
  words text not null check (words <> ''),
  primary key (force_id, place)
);

-- A page drawn by lot: whoever has the seed and the teams it was drawn from can draw it again.
create table dip_check (
  id uuid primary key,
  force_id text not null references force,
  team_id text not null references team,
  seed text not null check (seed <> ''),
  drawn_from text[] not null check (team_id = any(drawn_from)),
  drawn_at timestamptz(3) not null,
  drawn_by uuid not null,
  -- Null until it is answered.
  checked_on date,
  checked_at timestamptz(3)
);
create index on dip_check (force_id, drawn_at desc);
create index on dip_check (team_id);
create unique index dip_check_open on dip_check (force_id, drawn_by) where checked_on is null;

create table dip_check_item (
  dip_check_id uuid not null references dip_check,
  place integer not null,
  question text not null check (question <> ''),
  finding text not null check (finding in ('right', 'wrong', 'not there')),
  note text not null default '' check (finding = 'right' or note <> ''),
  fix_by date,
  fixed_on date,
  fixed_by uuid,
  primary key (dip_check_id, place),
  check ((finding = 'right') = (fix_by is null)),
  check (fixed_on is null or finding <> 'right')
);
create index dip_check_item_open on dip_check_item (dip_check_id) where fix_by is not null and fixed_on is null;
