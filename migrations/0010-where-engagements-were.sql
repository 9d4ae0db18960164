-- Where an engagement was held or will be: longitude and latitude (WGS84), null where nobody said.
alter table engagement add location point;
alter table planned_engagement add location point;
