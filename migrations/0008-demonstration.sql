-- Says that this database holds the demonstration force, whose people are fictional and sign in without a password.
create table demonstration (
  is_one boolean primary key default true check (is_one),
  loaded_at timestamptz not null
);
