-- What a team means to hold, before it is held. Each date of a series is a row of its own, so that one can be moved alone.
create table planned_engagement (
  id uuid primary key,
  series_id uuid,
  team_id text not null references team,
  title text not null check (title <> ''),
  method text not null,
  place text not null check (place <> ''),
  accessibility text not null default '',
  how_to_ask text,
  held_on date not null,
  begins time not null,
  ends time not null,
  led_by text not null check (led_by in ('police', 'local event')),
  key_event boolean not null default false,
  communities text[] not null default '{}',
  state text not null default 'planned' check (state in ('planned', 'cancelled', 'held')),
  moved boolean not null default false,
  -- Calendars that hold the event take a change only where this has grown (RFC 5545).
  sequence integer not null default 0 check (sequence >= 0),
  reason text,
  planned_at timestamptz(3) not null,
  planned_by uuid,
  changed_at timestamptz(3) not null,
  check (ends > begins),
  check (state <> 'cancelled' or reason is not null)
);
create index on planned_engagement (team_id, held_on);

-- Where and since when the public could know of it (R10).
create table planned_engagement_advert (
  planned_engagement_id uuid not null references planned_engagement,
  channel text not null,
  out_on date not null,
  primary key (planned_engagement_id, channel)
);
