-- A meeting of team and public. Its id is chosen by whoever records it, so that sending it twice is harmless.
create table engagement (
  id uuid primary key,
  team_id text not null references team,
  title text not null check (title <> ''),
  method text not null,
  held_on date not null,
  began_at time,
  place text not null,
  neighbourhood_id text,
  -- People in tiers; null where nobody took a figure, which is not nought.
  reached integer check (reached >= 0),
  spoke_with integer check (spoke_with >= 0),
  raised_a_concern integer check (raised_a_concern >= 0),
  communities text[] not null default '{}',
  led_by text not null check (led_by in ('police', 'local event')),
  days_advertised integer check (days_advertised >= 0),
  advertised boolean not null default false,
  key_event boolean not null default false,
  volunteers boolean not null default false,
  special_constables boolean not null default false,
  rural_crime_team boolean not null default false,
  -- Planned with the Neighbourhood Engagement Officer's assessment criteria (D10.1); entered in Niche (R07).
  assessment_criteria boolean not null default false,
  in_niche boolean not null default false,
  recorded_by uuid,
  recorded_at timestamptz not null,
  check (spoke_with <= reached),
  check (raised_a_concern <= spoke_with)
);
create index on engagement (team_id, held_on);
