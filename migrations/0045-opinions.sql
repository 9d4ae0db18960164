-- What people think of a part of a team's page or of a priority, without any account: nothing here tells who they are.
create table opinion (
  -- Chosen with the form, so that one sent twice is kept once.
  id uuid primary key,
  team_id text not null references team,
  -- Either a part of the page by its name in addresses, or a priority.
  part text check (part in ('page', 'the-team', 'priorities', 'you-said-we-did', 'contract')),
  priority_id uuid references priority,
  -- The points of the two questions that are asked of such a thing.
  first smallint not null check (first between 1 and 5),
  second smallint not null check (second between 1 and 5),
  words text not null default '' check (length(words) <= 500),
  received_at timestamptz(3) not null,
  check (num_nonnulls(part, priority_id) = 1)
);
create index on opinion (team_id, received_at);
create index on opinion (priority_id) where priority_id is not null;
