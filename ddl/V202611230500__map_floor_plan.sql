-- Purpose: e-maps (floor plans), what is marked on them, and who may see them.
-- Locks: new tables; one row of role. May the old version still run: yes, it does not know the functions and leaves them out.
create table map (
  id           uuid    primary key,
  parent_id    uuid    references map on delete cascade,
  site_id      uuid    not null references site,
  name         text    not null check (length(name) between 1 and 100),
  image        bytea   check (length(image) <= 8388608),
  image_type   text    check (image_type in ('image/png', 'image/jpeg')),
  width        integer check (width between 16 and 16384),
  height       integer check (height between 16 and 16384),
  image_digest text    check (length(image_digest) = 64),
  version      bigint  not null,
  check (parent_id <> id),
  check ((image is null) = (image_type is null) and (image is null) = (width is null)
     and (image is null) = (height is null) and (image is null) = (image_digest is null))
);
comment on table map is 'At most 8 levels (kept by the application, which locks the table''s changes one after another)';
comment on column map.site_id is 'Whose right at this site decides who sees and changes the map';
comment on column map.image_digest is 'SHA-256 of the picture in hex: it is cached by that name';
create index map_children on map (parent_id);
create index map_site on map (site_id);
alter table map alter column image set storage external;

create table map_marker (
  id         uuid    primary key,
  map_id     uuid    not null references map on delete cascade,
  kind       text    not null check (kind in ('CHANNEL', 'INPUT', 'MAP')),
  channel_id uuid    references channel on delete cascade,
  device_id  uuid    references device on delete cascade,
  part       text    check (length(part) between 1 and 200),
  target_id  uuid    references map on delete cascade,
  x          double precision    not null check (x between 0 and 1),
  y          double precision    not null check (y between 0 and 1),
  angle      integer check (angle between 0 and 359),
  arc        integer check (arc between 1 and 360),
  reach      double precision    check (reach > 0 and reach <= 1),
  width      double precision    check (width > 0 and width <= 1),
  height     double precision    check (height > 0 and height <= 1),
  check (case kind when 'CHANNEL' then channel_id is not null and device_id is null and part is null and target_id is null
                   when 'INPUT' then device_id is not null and part is not null and channel_id is null and target_id is null
                   else target_id is not null and channel_id is null and device_id is null and part is null and width is not null end),
  check ((width is null) = (height is null)),
  check ((angle is null) = (arc is null) and (angle is null) = (reach is null))
);
comment on column map_marker.x is 'Relative to the width of the picture, from its left; of a zone its left edge';
comment on column map_marker.y is 'Relative to the height of the picture, from its top; of a zone its upper edge';
comment on column map_marker.angle is 'Where the camera looks, degrees clockwise from up';
comment on column map_marker.arc is 'How wide the camera sees, degrees';
comment on column map_marker.reach is 'How far it sees, relative to the width of the picture';
create unique index map_marker_channel on map_marker (map_id, channel_id) where kind = 'CHANNEL';
create unique index map_marker_input on map_marker (map_id, device_id, part) where kind = 'INPUT';
create unique index map_marker_target on map_marker (map_id, target_id) where kind = 'MAP';
create index map_marker_by_channel on map_marker (channel_id) where channel_id is not null;
create index map_marker_by_device on map_marker (device_id) where device_id is not null;
create index map_marker_by_target on map_marker (target_id) where target_id is not null;

update role set functions = array_append(functions, 'map.read'), version = version + 1
where id = '00000000-0000-7000-8000-000000000003' and not 'map.read' = any (functions);
