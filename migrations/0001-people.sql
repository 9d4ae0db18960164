-- Who may sign in. Force and team are named by their ids alone, since people are known before any area is.
create table person (
  id uuid primary key default gen_random_uuid(),
  force_id text,
  team_id text,
  name text not null check (name <> ''),
  email text not null check (email like '%_@_%'),
  role text not null check (role in (
    'pcso', 'sergeant', 'inspector', 'neo', 'volunteer', 'smt', 'force-lead', 'opcc', 'community-panel', 'administrator'
  )),
  password_hash text,
  fictional boolean not null default false,
  created_at timestamptz not null default now(),
  -- A team's id begins with its force's, and nobody works for a team of another force or of none.
  check (team_id is null or (force_id is not null and starts_with(team_id, force_id || '/'))),
  -- Only an administrator belongs to no force.
  check (force_id is not null or role = 'administrator')
);

create unique index person_email on person (lower(email));
create index person_fictional_role on person (role, created_at, id) where fictional;

-- The token itself is known to the browser alone: who reads this table can sign in as nobody.
create table session (
  token_hash bytea primary key check (length(token_hash) = 32),
  person_id uuid not null references person on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  check (expires_at > created_at)
);

create index session_person on session (person_id);
create index session_expires on session (expires_at);

-- Who did what, kept even where the person is later removed, and changed by nobody.
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  person_id uuid,
  verb text not null check (verb <> ''),
  about text not null,
  detail jsonb not null default '{}'
);

create index audit_about on audit (about, id);
create index audit_person on audit (person_id, id);

create function audit_stays_as_written() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is only ever added to';
end
$$;

create trigger audit_stays_as_written before update or delete on audit
  for each row execute function audit_stays_as_written();

create trigger audit_is_not_emptied before truncate on audit
  for each statement execute function audit_stays_as_written();
