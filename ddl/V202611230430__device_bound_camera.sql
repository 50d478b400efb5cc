-- Purpose: cameras that show what happens at something: at an input of a device now; at doors and lanes when there are such,
-- in the same table under another kind.
-- Locks: a new table; a short exclusive lock on device (one trigger). May the old version still run: yes.
create table bound_camera (
  kind        text    not null check (length(kind) between 1 and 20),
  resource_id uuid    not null,
  part        text    not null check (length(part) <= 200),
  position    integer not null check (position between 0 and 99),
  channel_id  uuid    not null references channel on delete cascade,
  primary key (kind, resource_id, part, channel_id)
);
comment on column bound_camera.resource_id is 'INPUT: the device';
comment on column bound_camera.part is 'INPUT: the device''s own name of the input; empty for what has no parts';
comment on column bound_camera.position is 'Order among the cameras of one thing; may have holes';
create index bound_camera_by_channel on bound_camera (channel_id);

-- What is bound to something goes with it.
create function bound_camera_forget() returns trigger language plpgsql as $$
begin
  delete from bound_camera where resource_id = old.id;
  return null;
end $$;
create trigger device_forget_bound_cameras after delete on device for each row execute function bound_camera_forget();
