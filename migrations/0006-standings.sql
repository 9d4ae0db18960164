-- What the ledger says today, kept so that a page need not ask it again. All of it can be rebuilt from the ledger.

-- Subjects and calendars change standings too: a force counts their changes.
alter table force add column revision bigint not null default 0;

create function subjects_changed() returns trigger language plpgsql as $$
begin
  update force set revision = revision + 1 where id in (select distinct force_id from changed);
  perform pg_notify('ledger', force_id) from (select distinct force_id from changed) as forces;
  return null;
end $$;
create trigger subjects_added after insert on subject referencing new table as changed
  for each statement execute function subjects_changed();
create trigger subjects_altered after update on subject referencing new table as changed
  for each statement execute function subjects_changed();

create function calendar_changed() returns trigger language plpgsql as $$
begin
  update force set revision = revision + 1;
  perform pg_notify('ledger', id) from force;
  return null;
end $$;
create trigger half_terms_changed after insert or update or delete on half_term for each statement execute function calendar_changed();
create trigger bank_holidays_changed after insert or update or delete on bank_holiday for each statement execute function calendar_changed();

-- On what the kept standings of a contract rest: the day, the lengths of the chains read, and the revisions.
create table standing_basis (
  contract_id text primary key references contract on delete cascade,
  as_at date not null,
  team_length bigint not null,
  force_length bigint not null,
  force_revision bigint not null,
  contract_revision integer not null,
  kept_at timestamptz not null
);

create table kept_standing (
  contract_id text not null references contract on delete cascade,
  ref text not null,
  standing jsonb not null,
  primary key (contract_id, ref)
);
