-- What was said, what a version says of history, and what is known now stand beside each other. The
-- owner is behind the walls, too, while it changes rows of all workspaces; they are raised again
-- after the migrations.
alter table health.closed_day disable row level security;
alter table health.closed_day
    add column series  text    not null default 'published',
    add column stretch integer not null default 0;

-- Before there were series, a second model could close a day again. What was said first was said.
delete from health.closed_day as later
using health.closed_day as first
where first.workspace_id = later.workspace_id
    and first.day = later.day
    and first.version < later.version;

alter table health.closed_day drop constraint closed_day_pkey;
alter table health.closed_day add primary key (workspace_id, series, version, day);
create unique index closed_day_said_once on health.closed_day (workspace_id, day)
    where series = 'published';

-- How far the records are that closed days and their restatement have taken into account, and the
-- first day that later ones speak of and that is not restated yet.
create table health.late_data (
    workspace_id text not null primary key,
    heard        text not null,
    open_from    date
);
