-- Mail is written in the transaction that calls for it, and sent afterwards: none is lost, none is sent for what was undone.
create table mail (
  id uuid primary key default gen_random_uuid(),
  -- Gone 30 days after the mail was sent or given up. No second address, name or header can hide in it.
  to_address text check (to_address ~ '^[!#-''*+./0-9=?A-Z^-~-]+@[0-9A-Za-z.-]+$' and length(to_address) <= 254),
  subject text not null check (subject <> '' and subject !~ '[[:cntrl:]]'),
  -- Empty once the mail is sent: the links in it work for whoever reads them.
  body_text text not null,
  body_html text,
  reply_to text check (reply_to ~ '^[!#-''*+./0-9=?A-Z^-~-]+@[0-9A-Za-z.-]+$'),
  -- Where one press stops such mail (RFC 8058).
  leave_at text check (leave_at ~ '^https?://[!-~]+$' and leave_at !~ '[<>]'),
  -- The thing that the mail tells of, as `follower/0b1…`; ids only.
  about text not null,
  written_at timestamptz(3) not null,
  send_after timestamptz(3) not null,
  attempts integer not null default 0,
  last_fault text,
  sent_at timestamptz(3),
  given_up_at timestamptz(3),
  check (sent_at is null or given_up_at is null),
  check (to_address is not null or sent_at is not null or given_up_at is not null)
);
create index mail_waiting on mail (send_after, id) where sent_at is null and given_up_at is null;
create index mail_about on mail (about);
create index mail_sent on mail (sent_at);

-- Somebody who asked to be told when what a team plans is changed; the address is used for that alone.
create table follower (
  id uuid primary key default gen_random_uuid(),
  team_id text not null references team,
  follows text not null check (follows in ('event', 'series', 'team')),
  -- The event or the series; null where all of a team's dates are followed.
  about_id uuid,
  address text not null check (address = lower(address)),
  reminder boolean not null default false,
  asked_at timestamptz(3) not null,
  -- Null until the link that was sent to the address is followed: nobody is told anything before.
  confirmed_at timestamptz(3),
  check ((follows = 'team') = (about_id is null)),
  unique nulls not distinct (address, team_id, follows, about_id)
);
create index follower_of_team on follower (team_id) where confirmed_at is not null;

-- The token itself is in the mail alone: who reads this table can confirm and leave for nobody.
create table follower_token (
  token_hash bytea primary key check (length(token_hash) = 32),
  follower_id uuid not null references follower on delete cascade,
  purpose text not null check (purpose in ('confirm', 'leave')),
  -- What confirming turns on.
  reminder boolean not null default false,
  made_at timestamptz(3) not null,
  expires_at timestamptz(3) not null
);
create index follower_token_follower on follower_token (follower_id);

-- What a follower knows of an event, so that each change is told once, beside how it was.
create table follower_told (
  follower_id uuid not null references follower on delete cascade,
  planned_engagement_id uuid not null references planned_engagement on delete cascade,
  sequence integer not null,
  held_on date not null,
  begins time not null,
  ends time not null,
  place text not null,
  -- The day of the event of which a reminder was sent.
  reminded_for date,
  primary key (follower_id, planned_engagement_id)
);
