-- What a closed sitting judged of a contract that was frozen is that freeze, by its SHA-256: it is read from there, and not kept twice.
-- Where this is null, what it judged is in community_pack.
alter table community_sitting_contract add column frozen bytea check (length(frozen) = 32);
