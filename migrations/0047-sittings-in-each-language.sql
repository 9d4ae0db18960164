-- In which language somebody is written to: the one that was chosen when they were invited.
alter table community_member add column language text not null default 'en' check (language in ('en', 'cy'));

-- What a sitting judged is kept in each language that its force offers, since members and the public go on reading it.
alter table community_pack add column language text not null default 'en' check (language in ('en', 'cy'));
alter table community_pack drop constraint community_pack_pkey;
alter table community_pack add primary key (sitting_id, contract_id, language, standard_id);

-- A sheet that was keyed in wrongly is taken out and stays, with who did so and why; its number can be keyed in anew.
alter table community_vote add column withdrawn_at timestamptz(3);
alter table community_vote add column withdrawn_by uuid;
alter table community_vote add column withdrawn_why text check (withdrawn_why <> '');
alter table community_vote add check ((withdrawn_at is null) = (withdrawn_by is null));
alter table community_vote add check ((withdrawn_at is null) = (withdrawn_why is null));
alter table community_vote add check (withdrawn_at is null or sheet is not null);
drop index community_sheet_once;
create unique index community_sheet_once on community_vote (sitting_id, contract_id, sheet)
  where sheet is not null and withdrawn_at is null;

-- When names and addresses of its members went though nobody had closed it.
alter table community_sitting add column forgotten_on date;
