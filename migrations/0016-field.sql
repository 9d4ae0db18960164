-- With the public key a phone seals what waits on it; the private key is lent to whoever is signed in as its person.
create table field_key (
  person_id uuid primary key references person on delete cascade,
  public_key jsonb not null,
  private_key jsonb not null,
  made_at timestamptz not null
);

-- What a phone sent, told by its hash: the same record sent again is known from another of the same engagement.
create table field_record (
  id uuid primary key references engagement on delete cascade,
  person_id uuid not null,
  hash bytea not null check (length(hash) = 32),
  received_at timestamptz not null
);

-- A photo of an engagement, without what the camera wrote into it; nobody keeps one without the consent of those on it.
create table engagement_photo (
  id uuid primary key,
  engagement_id uuid not null references engagement on delete cascade,
  bytes bytea not null check (length(bytes) between 1 and 4194304),
  taken_on date not null,
  consent boolean not null check (consent),
  taken_by uuid,
  taken_at timestamptz not null
);
create index on engagement_photo (engagement_id);
