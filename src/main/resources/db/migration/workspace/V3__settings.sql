-- What a workspace decides about its metrics. Nothing is overwritten: each change is a version, and
-- the newest one of a name counts.
create table setting (
    workspace_id text not null references workspace,
    version      integer not null,
    name         text not null,
    value        text not null,
    set_at       timestamptz not null,
    primary key (workspace_id, version, name)
);
