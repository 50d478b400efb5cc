-- Purpose: maps that show tiles of a tile server instead of a picture.
-- Locks: map while its rows are checked (a moment). May the old version still run: yes, it shows such a map as one without a picture.
alter table map add column latitude double precision check (latitude between -85 and 85);
alter table map add column longitude double precision check (longitude between -180 and 180);
alter table map add column zoom integer check (zoom between 0 and 22);
alter table map add constraint map_geographic check
  ((latitude is null) = (longitude is null) and (latitude is null) = (zoom is null) and (latitude is null or image is null));
comment on column map.latitude is 'Of a geographic map, degrees: with longitude and zoom what it shows at first. Its markers have their places in the square of the whole world (Web Mercator), 0 to 1 from its west and its north';
