-- Who polices where. A team's id reads as its address: dorset/west-dorset.
create table force (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  time_zone text not null default 'Europe/London',
  bank_holidays text not null default 'england-and-wales'
);

create table team (
  id text primary key,
  force_id text not null references force,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  school_council text,
  unique (force_id, slug),
  check (id = force_id || '/' || slug)
);

create table neighbourhood (
  force_id text not null references force,
  id text not null,
  name text not null,
  team_id text references team,
  primary key (force_id, id)
);
create index on neighbourhood (team_id);

create table bank_holiday (
  division text not null,
  day date not null,
  title text not null,
  primary key (division, day)
);

create table half_term (
  council text not null,
  name text not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  primary key (council, starts_on)
);
