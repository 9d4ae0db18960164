-- The ledger: what happened, in rows that nobody can change. No personal data: ids and numbers only.

-- What evidence may touch: a council, a school, a watch scheme. Labels name organisations and posts, never people.
create table subject (
  id text primary key check (id ~ '^[^[:cntrl:]]{1,200}$'),
  force_id text not null references force,
  team_id text references team,
  kind text not null,
  label text not null,
  starts_on date not null,
  ends_on date check (ends_on >= starts_on)
);
create index on subject (force_id, team_id, kind);

-- One chain for each team, and one for each force for what belongs to no team.
create table chain (
  id text primary key,
  force_id text not null references force,
  team_id text references team,
  length bigint not null default 0,
  head bytea not null default '\x00',
  check (id = coalesce(team_id, force_id))
);

create table evidence (
  entry bigint generated always as identity primary key,
  chain text not null references chain,
  seq bigint not null check (seq > 0),
  kind text not null,
  effect text not null check (effect in ('states', 'corrects', 'withdraws', 'erases')),
  supersedes bigint,
  happened_on date not null,
  happened_at timestamptz(3),
  recorded_at timestamptz(3) not null,
  recorded_by uuid,
  subjects text[] not null default '{}',
  quantities jsonb not null default '{}',
  facets jsonb not null default '{}',
  about text,
  source text not null,
  previous bytea not null,
  hash bytea not null,
  unique (chain, seq),
  foreign key (chain, supersedes) references evidence (chain, seq),
  check ((effect = 'states') = (supersedes is null)),
  check (supersedes < seq)
);
create index evidence_read on evidence (chain, kind, happened_on);
create index evidence_source on evidence (source);
-- A row is superseded once; whoever corrects a correction supersedes the correction.
create unique index evidence_superseded on evidence (chain, supersedes) where effect in ('corrects', 'withdraws');

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only: % is refused', tg_op using errcode = 'integrity_constraint_violation';
end $$;
create trigger evidence_is_kept before update or delete on evidence for each row execute function ledger_is_append_only();
create trigger evidence_is_not_emptied before truncate on evidence for each statement execute function ledger_is_append_only();

-- Whoever keeps a copy of what the ledger says is told when a chain grows.
create function chain_grew() returns trigger language plpgsql as $$
begin
  perform pg_notify('ledger', new.id);
  return null;
end $$;
create trigger chain_grows after update of length on chain for each row execute function chain_grew();
