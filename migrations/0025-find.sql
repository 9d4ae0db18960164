-- Finding a team: postcodes of the national directory, boundaries asked by place, and boundaries seen before they are kept.
create table postcode (
  -- In capitals with one space, as DT6 3RR; compared byte by byte, so that one half finds all that begin with it.
  postcode text collate "C" primary key check (postcode ~ '^[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}$'),
  -- Null where the directory gives it no place.
  location point,
  -- The month in which it went out of use, as the directory writes it: 199606.
  ended text check (ended ~ '^[0-9]{6}$')
);

-- One line for each file that was loaded, so that it can be told how old what we know is.
create table postcode_loading (
  id bigint generated always as identity primary key,
  source text not null,
  postcodes integer not null check (postcodes > 0),
  -- The letters with which the file's postcodes begin, as BH and DT: a file takes the place of all that was known of them.
  areas text[] not null,
  loaded_at timestamptz not null,
  loaded_by uuid
);

create index neighbourhood_boundary_box on neighbourhood_boundary using gist (box(point(west, south), point(east, north)));

-- Boundaries that were read and are looked at before they are kept.
create table boundary_preview (
  id uuid primary key,
  force_id text not null references force,
  valid_from date not null,
  source text not null,
  boundaries jsonb not null,
  at timestamptz not null,
  by uuid
);
