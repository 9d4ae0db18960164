-- A page of evidence says of each row whether its record was erased: no more is read for it than the row's own tombstones.
create index evidence_erased on evidence (chain, supersedes) where effect = 'erases';
