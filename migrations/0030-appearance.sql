-- How a force's pages look and in which languages they can be read; without a row they are in English and our own colours.
create table force_appearance (
  force_id text primary key references force,
  -- English is always one of them; a force in Wales adds Welsh.
  languages text[] not null default '{en}' check (languages <@ '{en,cy}' and languages @> '{en}'),
  -- Behind the name at the top of each page, with white on it, and of the line below it; null for our own.
  colour text check (colour ~ '^#[0-9a-f]{6}$'),
  accent text check (accent ~ '^#[0-9a-f]{6}$'),
  crest bytea,
  crest_type text check (crest_type in ('image/png', 'image/svg+xml')),
  changed_at timestamptz(3) not null,
  changed_by uuid,
  check ((crest is null) = (crest_type is null))
);
