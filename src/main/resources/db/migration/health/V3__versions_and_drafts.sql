-- What people said when they published a version, from which day on it is in force (null: always),
-- and the version whose text it brings back, if any.
alter table health.model
    add column note         text    not null default '',
    add column author       text    not null default '',
    add column effective_on date,
    add column rolls_back   integer;

-- A model that somebody is still writing. The revision counts its changes, so that nobody overwrites
-- what they have not seen.
create table health.draft (
    workspace_id text        not null,
    draft_id     text        not null,
    name         text        not null,
    yaml         text        not null,
    based_on     integer     not null,
    author       text        not null,
    revision     integer     not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    primary key (workspace_id, draft_id)
);
