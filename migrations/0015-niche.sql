-- What goes to and comes from the Niche records system and older calendars.

-- The number under which Niche holds an engagement; one number, one engagement.
create table niche_occurrence (
  engagement_id uuid primary key references engagement on delete cascade,
  force_id text not null references force,
  number text not null check (number ~ '^[A-Za-z0-9/ -]{1,40}$'),
  unique (force_id, number)
);

-- What a person said that the columns of a team's own calendar mean, by the headings of that calendar.
create table calendar_mapping (
  team_id text not null references team,
  headings text not null,
  mapping jsonb not null,
  kept_at timestamptz(3) not null,
  primary key (team_id, headings)
);

-- A file that was taken in, and how many rows of it did what; the rows themselves are engagements.
create table file_taken (
  id uuid primary key,
  source text not null check (source in ('niche', 'calendar')),
  force_id text not null references force,
  team_id text references team,
  counts jsonb not null,
  taken_at timestamptz(3) not null,
  taken_by uuid
);
