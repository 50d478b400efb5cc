-- Purpose: the log of deletions tells main and sub streams apart, whose chains of digests are counted apart.
-- Locks: exclusive on segment_deletion for a moment (constant default). May the old version still run: yes, its rows say MAIN.
alter table segment_deletion add column stream text not null default 'MAIN' check (stream in ('MAIN', 'SUB'));
