-- What a reference named, where no record of that id had come yet: an id is a hash, and an export
-- has to say what was said.
create table customer.reference (
    workspace_id  text not null,
    id            text not null,
    source_system text not null,
    source_id     text not null,
    primary key (workspace_id, id)
);

-- How far an undo has come. It moves in the transaction that changes the rows it counts.
create table customer.undo_step (
    workspace_id text    not null,
    import_id    text    not null,
    position     int     not null,
    table_name   text    not null,
    after_id     text    not null default '',
    removed      bigint  not null default 0,
    restored     bigint  not null default 0,
    done         boolean not null default false,
    primary key (workspace_id, import_id, table_name)
);

-- The records that an undo left alone, because something stands on what the import brought.
create table customer.undo_conflict (
    workspace_id  text not null,
    import_id     text not null,
    table_name    text not null,
    source_system text not null,
    source_id     text not null,
    name          text not null,
    reason        text not null,
    by_what       text not null,
    primary key (workspace_id, import_id, table_name, source_id)
);

-- Usage that was taken out of the lake again. Nothing there has a higher number than before, and yet
-- the days from the first one on have changed.
create table customer.usage_retraction (
    workspace_id text   not null,
    retraction   bigint not null generated always as identity primary key,
    dataset      text   not null,
    first_day    date   not null
);
create index usage_retraction_newest
    on customer.usage_retraction (workspace_id, dataset, retraction);
