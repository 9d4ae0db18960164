-- Where policing neighbourhoods lie, and what crime the national files tell of there. Nothing here knows anybody.
create table neighbourhood_boundary (
  force_id text not null,
  neighbourhood_id text not null,
  -- A boundary holds until the next one of its neighbourhood begins.
  valid_from date not null,
  -- A GeoJSON Polygon or MultiPolygon in degrees of WGS84, and the same in few corners for a drawing.
  geometry jsonb not null check (geometry ->> 'type' in ('Polygon', 'MultiPolygon')),
  outline jsonb not null,
  west float8 not null,
  south float8 not null,
  east float8 not null,
  north float8 not null,
  -- How many people live there, as the file said; null where it did not.
  population integer check (population > 0),
  source text not null,
  loaded_at timestamptz not null,
  loaded_by uuid,
  primary key (force_id, neighbourhood_id, valid_from),
  foreign key (force_id, neighbourhood_id) references neighbourhood,
  check (west <= east and south <= north)
);

-- A month of crime that a force's file told of. Loading it again takes the place of the whole month.
create table crime_month (
  force_id text not null references force,
  month date not null check (extract(day from month) = 1),
  source text not null,
  crimes integer not null check (crimes >= 0),
  without_place integer not null check (without_place >= 0),
  unknown_categories text[] not null default '{}',
  fictional boolean not null default false,
  imported_at timestamptz not null,
  imported_by uuid,
  primary key (force_id, month)
);

-- One line of a national street file without its reference: it can be joined to no person, contact or record.
create table crime (
  force_id text not null,
  month date not null,
  line integer not null,
  category text not null check (category <> ''),
  -- Longitude and latitude, moved by the publisher to a place shared with others; null where it had none.
  location point,
  lsoa text,
  outcome text,
  context text,
  -- Null where it lies outside every boundary, or has no place.
  neighbourhood_id text,
  primary key (force_id, month, line),
  foreign key (force_id, month) references crime_month on delete cascade,
  foreign key (force_id, neighbourhood_id) references neighbourhood
);

-- The same counted, so that a year of a force is read at once; made again whenever a month or a boundary changes.
create table crime_count (
  force_id text not null,
  month date not null,
  neighbourhood_id text,
  category text not null,
  crimes integer not null check (crimes > 0),
  unique nulls not distinct (force_id, month, neighbourhood_id, category),
  foreign key (force_id, month) references crime_month on delete cascade,
  foreign key (force_id, neighbourhood_id) references neighbourhood
);
