-- Packs are drawn when somebody of the panel first opens them. What nobody froze is read as far as the ledger went when scoring began.
alter table round_contract
  add column as_at date,
  add column team_length bigint,
  add column force_length bigint,
  add constraint ground_is_whole check (num_nulls(as_at, team_length, force_length) in (0, 3));
