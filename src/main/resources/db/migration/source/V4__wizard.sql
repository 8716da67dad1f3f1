-- What a person decides about a file before it is imported, step by step.
alter table source.import
    add column wizard jsonb,
    add column job_id text,
    add column revision int not null default 0,
    add column stop_asked_at timestamptz;

-- One value that was mended by hand, or a row that is to be left out: a row has no column then.
create table source.import_correction (
    workspace_id text   not null,
    import_id    text   not null,
    file         text   not null,
    line         bigint not null,
    column_name  text   not null,
    value        text   not null,
    primary key (workspace_id, import_id, file, line, column_name)
);

-- What an import would do, as far as it was tried, and of which of its revisions that is true.
create table source.import_trial (
    workspace_id text        not null,
    import_id    text        not null,
    revision     int         not null,
    tried_at     timestamptz not null,
    report       json        not null,
    primary key (workspace_id, import_id)
);

-- What was decided about a set of columns, for the next file that has the same ones.
create table source.mapping_memory (
    workspace_id text        not null,
    columns_hash text        not null,
    wizard       jsonb       not null,
    used_at      timestamptz not null,
    primary key (workspace_id, columns_hash)
);

alter table source.rejection add column column_name text not null default '';
