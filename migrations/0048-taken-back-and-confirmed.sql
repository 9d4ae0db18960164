-- What was told of a plan in error, and addresses whose owners have not said yes.

-- A consultation that never was or was told twice: nobody reads its words any more; that it was withdrawn, and why, stays known.
alter table plan_consultation
  add column withdrawn_on date,
  add column withdrawn_why text check (withdrawn_why <> ''),
  add check ((withdrawn_on is null) = (withdrawn_why is null));

-- Nobody is told anything before they follow the link that was sent to the address; only the hash of its key is kept.
alter table concern_address
  add column confirmed_at timestamptz(3),
  add column key_hash bytea unique check (length(key_hash) = 32);

-- The one mail that asks an address whether its owner wants any: so many go to one address in a day.
alter table mail add column asks_first boolean not null default false;
create index mail_asking on mail (to_address, written_at) where asks_first;
