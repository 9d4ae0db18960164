-- Every publication of a contract, as the public read it: its bytes never change, only further versions follow.
create table contract_version (
  contract_id text not null references contract,
  number integer not null check (number > 0),
  -- Chosen by the form, so that an amendment sent twice is kept once.
  id uuid not null unique,
  published_on date not null,
  -- The first needs no reason: it is the contract.
  why text not null check (number = 1 or why <> ''),
  -- The refs of promises, by what became of them since the version that was in force before.
  changes jsonb not null,
  -- The version whose words are in force again, where a later one was withdrawn.
  again integer check (again < number),
  document text not null,
  hash bytea not null check (hash = sha256(convert_to(document, 'UTF8'))),
  made_at timestamptz(3) not null,
  made_by uuid,
  primary key (contract_id, number),
  foreign key (contract_id, again) references contract_version
);
create index on contract_version (made_at);

-- A version that was published in error: nobody reads its words any more, and why not is told for ever.
create table contract_version_withdrawal (
  contract_id text not null,
  number integer not null,
  withdrawn_on date not null,
  why text not null check (why <> ''),
  withdrawn_at timestamptz(3) not null,
  withdrawn_by uuid,
  primary key (contract_id, number),
  foreign key (contract_id, number) references contract_version
);

create trigger versions_are_kept before update or delete on contract_version for each row execute function contract_year_is_kept();
create trigger versions_are_not_emptied before truncate on contract_version for each statement execute function contract_year_is_kept();
create trigger withdrawals_are_kept before update or delete on contract_version_withdrawal
  for each row execute function contract_year_is_kept();
create trigger withdrawals_are_not_emptied before truncate on contract_version_withdrawal
  for each statement execute function contract_year_is_kept();

-- All that a contract says, in the one form in which its versions are kept.
create function contract_document(asked text) returns jsonb language sql stable as $$
  select jsonb_build_object('id', c.id, 'teamId', c.team_id, 'year', c.year, 'frameworkId', c.framework_id,
    'span', jsonb_build_object('from', c.starts_on, 'to', c.ends_on), 'completedOn', c.completed_on, 'part1', c.part1,
    'goodPractice', to_jsonb(c.good_practice), 'toolRequests', to_jsonb(c.tool_requests), 'unread', to_jsonb(c.unread),
    'contexts', c.contexts, 'commitments', coalesce((
      select jsonb_agg(jsonb_build_object('ref', p.ref, 'heading', p.heading, 'text', p.text, 'standards', to_jsonb(p.standards),
          'who', p.who, 'with', to_jsonb(p."with"), 'measures', p.measures)
        || case when p.words is null then '{}' else jsonb_build_object('words', p.words) end order by p.position)
      from commitment p where p.contract_id = c.id), '[]'))
  from contract c where c.id = asked
$$;

-- What was published before versions were kept is the first version of each contract.
insert into contract_version (contract_id, number, id, published_on, why, changes, document, hash, made_at, made_by)
select c.id, 1, gen_random_uuid(), (c.kept_at at time zone f.time_zone)::date, '',
  '{"added": [], "withdrawn": [], "reworded": [], "remeasured": [], "contexts": 0}', d.document, sha256(convert_to(d.document, 'UTF8')), c.kept_at, c.kept_by
from contract c join team t on t.id = c.team_id join force f on f.id = t.force_id
  cross join lateral (select contract_document(c.id)::text as document) d;
