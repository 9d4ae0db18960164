-- What people said of an engagement, without any account: nothing here tells who they are.
create table feedback (
  -- Chosen with the form, so that one sent twice is kept once.
  id uuid primary key,
  planned_engagement_id uuid not null references planned_engagement,
  team_id text not null references team,
  worthwhile smallint not null check (worthwhile between 1 and 5),
  listened_to smallint not null check (listened_to between 1 and 5),
  words text not null default '' check (length(words) <= 500),
  received_at timestamptz(3) not null
);
create index on feedback (team_id, received_at);
create index on feedback (planned_engagement_id, received_at);

-- Every process signs the forms with the same secret: which, when and for what a form was given out.
create table feedback_secret (
  is_only boolean primary key default true check (is_only),
  secret bytea not null check (length(secret) = 32)
);
insert into feedback_secret (secret)
values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
