-- A meeting that is over is nobody's next; opinions and replies reach triage; key contacts who work on a priority.

-- Up to when pages were forgotten because something they told of as coming was over: one row.
create table plans_over (
  one boolean primary key default true check (one),
  until timestamptz(3) not null
);
insert into plans_over (until) values ('-infinity');
create index on planned_engagement (held_on);

-- Words that councillors add to their answers; nothing tells whose they are. Null once they were erased.
create table councillor_survey_words (
  id uuid primary key,
  survey_id uuid not null references councillor_survey,
  words text check (words <> '' and length(words) <= 500),
  received_on date not null,
  erased_at timestamptz(3),
  check ((words is null) = (erased_at is not null))
);
create index on councillor_survey_words (survey_id);

-- What comes with an opinion or with a survey may be a concern.
alter table concern_triaged
  drop constraint concern_triaged_source_check,
  add check (source in ('event', 'contact', 'form', 'feedback', 'opinion', 'reply'));

-- Whom of the network a priority is worked on with: seen at the desk and by themselves, never by the public.
create table priority_contact (
  priority_id uuid not null references priority,
  key_individual_id uuid not null references key_individual,
  primary key (priority_id, key_individual_id)
);
create index on priority_contact (key_individual_id);
