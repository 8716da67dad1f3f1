-- What senders sent, byte for byte, from before they are told so until after it is dealt with. One
-- row a request. A body is compressed already or will be gone soon: compressing it here would only
-- cost time.
create table source.ingest_log (
    workspace_id  text        not null,
    seq           bigint      not null generated always as identity,
    source_system text        not null,
    token_id      text        not null,
    route         text        not null,
    request_id    text        not null,
    received_at   timestamptz not null,
    body          bytea       not null,
    sha256        bytea       not null,
    unpacked      integer     not null,
    events        integer     not null,
    refused       integer     not null,
    state         text        not null default 'waiting' check (state in ('waiting', 'done')),
    attempts      integer     not null default 0,
    -- One letter for each event: s stored, c stored with a change, d duplicate, p duplicate with
    -- another payload, x set aside.
    outcomes      text,
    done_at       timestamptz,
    primary key (seq)
);
alter table source.ingest_log alter column body set storage external;
create index ingest_log_waiting on source.ingest_log (workspace_id, seq) where state = 'waiting';
create index ingest_log_newest on source.ingest_log (workspace_id, seq);

-- Counted with what they count, in its transaction. Those who take in and those who deal with it
-- have a row each, so that neither waits for the other.
create table source.received_count (
    workspace_id  text   not null,
    source_system text   not null,
    requests      bigint not null default 0,
    events        bigint not null default 0,
    refused       bigint not null default 0,
    last_at       timestamptz,
    primary key (workspace_id, source_system)
);
create table source.outcome_count (
    workspace_id  text   not null,
    source_system text   not null,
    stored        bigint not null default 0,
    duplicate     bigint not null default 0,
    conflicting   bigint not null default 0,
    set_aside     bigint not null default 0,
    primary key (workspace_id, source_system)
);

-- What could not be used: why, where in it, and its bytes.
create table source.dead_letter (
    workspace_id   text        not null,
    dead_letter_id bigint      not null generated always as identity,
    seq            bigint      not null,
    position       integer     not null,
    source_system  text        not null,
    route          text        not null,
    stage          text        not null check (stage in ('door', 'judge', 'store')),
    reason         text        not null,
    detail         text        not null,
    pointer        text        not null,
    original       bytea       not null,
    message_id     text,
    first_seen     timestamptz not null,
    attempts       integer     not null,
    replayed_at    timestamptz,
    replayed_as    bigint,
    ignored_at     timestamptz,
    primary key (dead_letter_id),
    unique (workspace_id, seq, position)
);
create index dead_letter_open on source.dead_letter (workspace_id, reason, dead_letter_id)
    where replayed_at is null and ignored_at is null;

-- Requests with a good key that were turned away as a whole. Nothing of them was accepted; the last
-- ones are kept so that whoever sends them can see why.
create table source.refused_call (
    workspace_id  text        not null,
    call_id       bigint      not null generated always as identity,
    source_system text        not null,
    token_id      text        not null,
    route         text        not null,
    request_id    text        not null,
    received_at   timestamptz not null,
    status        integer     not null,
    code          text        not null,
    detail        text        not null,
    excerpt       bytea       not null,
    primary key (call_id)
);
create index refused_call_newest on source.refused_call (workspace_id, call_id);

-- The worker serves every workspace, and has to know where something waits.
create function source.waiting_workspaces()
returns setof text
language sql
stable
security definer
set search_path = ''
as $$
    select distinct workspace_id from source.ingest_log where state = 'waiting'
    order by workspace_id;
$$;
