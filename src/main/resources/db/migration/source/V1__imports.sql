-- An import is a folder of uploaded files, a plan for them, and how far each file has come.
create table source.import (
    workspace_id   text        not null,
    import_id      text        not null,
    mapping_name   text,
    mapping        text,
    source_system  text        not null,
    dry_run        boolean     not null,
    complete_until date,
    notes          text[]      not null default '{}',
    created_at     timestamptz not null,
    started_at     timestamptz,
    finished_at    timestamptz,
    primary key (workspace_id, import_id)
);

create table source.import_upload (
    workspace_id text   not null,
    import_id    text   not null,
    file         text   not null,
    sha256       text   not null,
    bytes        bigint not null,
    primary key (workspace_id, import_id, file)
);

-- The counts advance in the transaction that stores the rows they count, so that an import that was
-- killed goes on exactly where it stopped.
create table source.import_file (
    workspace_id text   not null,
    import_id    text   not null,
    position     int    not null,
    file         text   not null,
    table_name   text   not null,
    sha256       text   not null,
    lines_done   bigint not null default 0,
    read         bigint not null default 0,
    created      bigint not null default 0,
    updated      bigint not null default 0,
    unchanged    bigint not null default 0,
    duplicate    bigint not null default 0,
    rejected     bigint not null default 0,
    left_out     bigint not null default 0,
    reasons      jsonb  not null default '{}',
    latest       date,
    primary key (workspace_id, import_id, file, table_name),
    check (created + updated + unchanged + duplicate + rejected = read)
);

-- Unique by the file and its content, not by the import: importing again adds nothing.
create table source.rejection (
    workspace_id text        not null,
    rejection_id bigint      not null generated always as identity,
    import_id    text        not null,
    file         text        not null,
    file_sha256  text        not null,
    line         bigint      not null,
    table_name   text        not null,
    reason       text        not null,
    detail       text        not null,
    original     text        not null,
    first_seen   timestamptz not null,
    primary key (rejection_id),
    unique (workspace_id, file_sha256, file, table_name, line, reason)
);

-- Which imports set a row aside: one that accepts it later does not show it.
create table source.import_rejection (
    workspace_id text   not null,
    import_id    text   not null,
    rejection_id bigint not null references source.rejection on delete cascade,
    primary key (workspace_id, import_id, rejection_id)
);

-- Zero is not the same as missing: what has been heard of each table, and how far it is complete.
create table source.watermark (
    workspace_id   text    not null,
    source_system  text    not null,
    table_name     text    not null,
    connected      boolean not null,
    complete_until date,
    primary key (workspace_id, source_system, table_name)
);
