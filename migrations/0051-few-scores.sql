-- Why a panel judged a standard that fewer than two of its members scored: told beside what it decided.
alter table moderated_score add column few_scored_why text check (few_scored_why <> '');
