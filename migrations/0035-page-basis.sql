-- How often what the public reads of a team, or of a force and all its teams, has changed beside the ledger: what was read
-- before holds while the count stands still.
create table page_revision (
  about text primary key,
  revision bigint not null default 1
);

create function pages_changed(changed text) returns void language plpgsql as $$
begin
  insert into page_revision (about) values (changed) on conflict (about) do update set revision = page_revision.revision + 1;
  perform pg_notify('ledger', changed);
end $$;

create or replace function officer_leaves_page() returns trigger language plpgsql as $$
begin
  perform pages_changed(o.team_id) from (select distinct team_id from team_officer where person_id = new.id) o;
  return null;
end $$;

create or replace function crime_changes_pages() returns trigger language plpgsql as $$
begin
  perform pages_changed(c.force_id) from (select distinct force_id from counted) c;
  return null;
end $$;
