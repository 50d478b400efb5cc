-- Purpose: outputs on maps, zones of any outline, and names that what is marked has on its map.
-- Locks: map_marker while its rows are checked (a moment). May the old version still run: yes until the first output or outline is set;
-- it cannot read maps with outputs, and takes the outlines away when it sets markers.
alter table map_marker drop constraint map_marker_kind_check;
alter table map_marker drop constraint map_marker_check;
alter table map_marker add column label text check (length(label) between 1 and 100);
alter table map_marker add column outline double precision[];
alter table map_marker add constraint map_marker_kind_check check (kind in ('CHANNEL', 'INPUT', 'OUTPUT', 'MAP'));
alter table map_marker add constraint map_marker_whole check
  (case kind when 'CHANNEL' then channel_id is not null and device_id is null and part is null and target_id is null
             when 'INPUT' then device_id is not null and part is not null and channel_id is null and target_id is null
             when 'OUTPUT' then channel_id is not null and part is not null and device_id is null and target_id is null
             else target_id is not null and channel_id is null and device_id is null and part is null end);
alter table map_marker add constraint map_marker_extent check
  (kind = 'MAP' and (width is null) <> (outline is null) or kind <> 'MAP' and width is null and outline is null);
alter table map_marker add constraint map_marker_outline check
  (outline is null or array_length(outline, 1) between 6 and 128 and array_length(outline, 1) % 2 = 0
     and 0 <= all (outline) and 1 >= all (outline));
comment on column map_marker.label is 'How it is called on this map; null: as what it marks is called';
comment on column map_marker.outline is 'Corners of a zone that is no rectangle, one after another: x, y, x, y ...';
create unique index map_marker_output on map_marker (map_id, channel_id, part) where kind = 'OUTPUT';
