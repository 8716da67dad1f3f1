-- How many events came of each source on each day of its workspace. Requests are forgotten after a
-- week, and a rhythm takes longer to learn. What came in files is counted beside the files.
create table source.event_day (
    workspace_id  text        not null,
    source_system text        not null,
    day           date        not null,
    events        bigint      not null,
    last_at       timestamptz not null,
    primary key (workspace_id, source_system, day)
);

-- How often somebody said to expect a source, or one table of it; else the name is empty. What is
-- not here is learned.
create table source.expectation (
    workspace_id  text    not null,
    source_system text    not null,
    table_name    text    not null,
    every_hours   integer not null check (every_hours > 0),
    primary key (workspace_id, source_system, table_name)
);

-- Who looks after a source, and since when it is paused.
create table source.care (
    workspace_id  text not null,
    source_system text not null,
    owner         text,
    paused_at     timestamptz,
    paused_by     text,
    primary key (workspace_id, source_system)
);

-- The header of each file that was imported, and what its first values look like: so that a column
-- that comes, goes or turns into something else is seen.
alter table source.import_upload add column columns text[], add column shapes text[];
