create table job (
    workspace_id text not null,
    job_id       text not null,
    -- Jobs of one workspace run in the order in which they were started.
    turn         bigint generated always as identity,
    kind         text not null,
    arguments    text not null,
    state        text not null check (state in ('queued', 'running', 'done', 'failed')),
    progress     text,
    result       text,
    error_code   text,
    error        text,
    created_at   timestamptz not null,
    started_at   timestamptz,
    finished_at  timestamptz,
    attempts     integer not null default 0,
    primary key (workspace_id, job_id)
);

create index job_unfinished on job (workspace_id, turn) where state in ('queued', 'running');

-- The table that db-scheduler documents for PostgreSQL. It belongs to no workspace: its rows say
-- only that something is due.
create table scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamp with time zone not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures int,
    last_heartbeat       timestamp with time zone,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index execution_time_idx on scheduled_tasks (execution_time);
create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
create index priority_execution_time_idx
    on scheduled_tasks (priority desc, execution_time asc);
