-- An owner is told once of each day by which somebody must be kept in touch with; a new day is told of anew. Ids and days alone.
create table due_reminder (
  relationship_id uuid not null references relationship on delete cascade,
  due_on date not null,
  owner_id uuid not null references person,
  written_at timestamptz(3) not null,
  primary key (relationship_id, due_on)
);
