-- The manifest: which Parquet files count. Readers take paths from here and never from a glob, so
-- that a half-written or forgotten file can neither break a query nor slip into one.
create table lake.file (
    workspace_id text        not null,
    dataset      text        not null,
    part         text        not null,
    sha256       text        not null,
    rows         bigint      not null,
    bytes        bigint      not null,
    generation   bigint      not null generated always as identity,
    published_at timestamptz not null default now(),
    retired_at   timestamptz,
    primary key (workspace_id, dataset, sha256)
);

create index file_by_part on lake.file (workspace_id, dataset, part) where retired_at is null;
