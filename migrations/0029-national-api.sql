-- What the national interface answers of crime: the place it is published at, by its name, and the publisher's own reference.

-- A place of the publisher's map, which crimes share. It stays when a month is loaded again, and so does its number.
create table crime_place (
  id integer generated always as identity primary key,
  name text not null check (name <> ''),
  location point not null
);
create unique index crime_place_once on crime_place (name, (location[0]), (location[1]));
create index crime_place_at on crime_place using gist (location);

-- The number of a force's month, from which each of its crimes has one; it stays when the month is loaded again.
create table crime_month_number (
  number integer generated always as identity unique,
  force_id text not null references force,
  month date not null,
  primary key (force_id, month)
);

-- The reference is the publisher's, made for the public files; no other table may hold it, so that it leads to nobody.
alter table crime add column place_id integer references crime_place,
  add column reference text check (reference ~ '^[0-9a-f]{64}$');

insert into crime_month_number (force_id, month) select force_id, month from crime_month order by month, force_id;

insert into crime_place (name, location)
select 'No location name held', point(x, y)
from (select distinct location[0] as x, location[1] as y from crime where location is not null order by 1, 2) known;

update crime c set place_id = p.id from crime_place p
where c.location[0] = p.location[0] and c.location[1] = p.location[1];

create index crime_at_place on crime (place_id, month);
create index crime_by_reference on crime using hash (reference);
