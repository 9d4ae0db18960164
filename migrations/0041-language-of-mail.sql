-- In which language somebody is written to: the one in which they asked for it.
alter table follower add column language text not null default 'en' check (language in ('en', 'cy'));
alter table concern_address add column language text not null default 'en' check (language in ('en', 'cy'));
