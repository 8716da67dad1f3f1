-- Addresses at which other systems tell what has changed. The secrets verify what they sign, so they
-- are kept as they are; nobody is shown them again.
create table source.webhook_endpoint (
    workspace_id   text        not null,
    endpoint_id    text        not null,
    provider       text        not null,
    source_system  text        not null,
    name           text        not null,
    secret         text        not null,
    -- While a secret is exchanged, both count.
    secret_before  text,
    public_url     text,
    -- Which account each channel of a chat belongs to.
    channels       jsonb       not null default '{}',
    created_at     timestamptz not null,
    paused_at      timestamptz,
    primary key (workspace_id, endpoint_id),
    unique (endpoint_id)
);

-- What was delivered under a good signature, byte for byte. One row for each thing told, found again
-- by the provider's own id for it, so that telling it twice is noticed.
create table source.webhook_delivery (
    workspace_id  text        not null,
    seq           bigint      not null generated always as identity,
    endpoint_id   text        not null,
    provider      text        not null,
    source_system text        not null,
    delivery_id   text        not null,
    type          text        not null,
    -- What it speaks of: all that was told of one thing is read together.
    subject       text        not null,
    occurred_at   timestamptz not null,
    received_at   timestamptz not null,
    body          bytea       not null,
    state         text        not null default 'waiting'
        check (state in ('waiting', 'applied', 'not_used', 'set_aside')),
    reason        text,
    detail        text,
    import_id     text,
    done_at       timestamptz,
    primary key (seq),
    unique (workspace_id, endpoint_id, delivery_id)
);
create index webhook_delivery_waiting on source.webhook_delivery (workspace_id, seq)
    where state = 'waiting';
create index webhook_delivery_subject
    on source.webhook_delivery (workspace_id, source_system, provider, subject);
create index webhook_delivery_of on source.webhook_delivery (workspace_id, endpoint_id, seq);

-- Counted with what they count. Of what was refused nothing else is kept.
create table source.webhook_count (
    workspace_id    text   not null,
    endpoint_id     text   not null,
    received        bigint not null default 0,
    duplicate       bigint not null default 0,
    refused         bigint not null default 0,
    last_at         timestamptz,
    last_refused_at timestamptz,
    last_refusal    text,
    primary key (workspace_id, endpoint_id)
);

-- Whoever calls has named no workspace: the address says which one it is.
create function source.webhook_called(called text)
returns setof source.webhook_endpoint
language sql
stable
security definer
set search_path = ''
as $$
    select * from source.webhook_endpoint where endpoint_id = called;
$$;

create function source.workspaces_with_deliveries()
returns setof text
language sql
stable
security definer
set search_path = ''
as $$
    select distinct workspace_id
    from source.webhook_delivery as delivery
    where state = 'waiting' and not exists (
        select from source.webhook_endpoint as endpoint
        where endpoint.workspace_id = delivery.workspace_id
            and endpoint.endpoint_id = delivery.endpoint_id
            and endpoint.paused_at is not null)
    order by workspace_id;
$$;
