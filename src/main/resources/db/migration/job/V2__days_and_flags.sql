-- One row for each local date on which something is to be done once. The zone is the one by which
-- the date came due, and no part of the key: a workspace that moves has every date once all the same.
create table daily (
    workspace_id text        not null,
    name         text        not null,
    day          date        not null,
    zone         text        not null,
    due_at       timestamptz not null,
    -- On the first day a workspace is only looked at. What is waiting has a reason.
    state        text        not null check (state in ('first', 'waiting', 'started')),
    reason       text,
    -- Null also when there was nothing to start.
    job_id       text,
    started_at   timestamptz,
    primary key (workspace_id, name, day),
    check ((state = 'waiting') = (reason is not null)),
    check ((state = 'started') = (started_at is not null))
);

-- Something stands still, or did.
create table flag (
    workspace_id text        not null,
    flag_id      bigint      not null generated always as identity,
    stage        text        not null,
    -- What waits: the flag goes down when it has gone on.
    item         text        not null,
    reason       text        not null,
    raised_at    timestamptz not null,
    cleared_at   timestamptz,
    primary key (flag_id)
);

create unique index flag_up on flag (workspace_id, stage) where cleared_at is null;
create index flag_newest on flag (workspace_id, flag_id desc);
