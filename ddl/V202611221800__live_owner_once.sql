-- Purpose: the owner of saved walls and tours is kept once; owner_name always held the same.
-- Locks: exclusive on live_view and live_tour for a moment. May the old version still run: no, it cannot save walls and tours.
alter table live_view drop column owner_name;
alter table live_tour drop column owner_name;
