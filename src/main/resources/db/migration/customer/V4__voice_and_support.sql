-- Columns and versions as in V1; a test holds them against catalog/records.

create table customer.ticket (
    workspace_id         text not null,
    version              bigint generated always as identity primary key,
    id                   text not null,
    source_system        text not null,
    source_id            text not null,
    account_id           text not null,
    requester_contact_id text,
    created_at           timestamptz not null,
    first_response_at    timestamptz,
    solved_at            timestamptz,
    closed_at            timestamptz,
    priority             text not null,
    status               text,
    channel              text,
    direction            text not null,
    merged_into          text,
    incident_of          text,
    is_spam              boolean not null,
    occurred_at          timestamptz,
    recorded_at          timestamptz not null,
    recorded_assumed     boolean not null default false,
    superseded_at        timestamptz,
    deleted_at           timestamptz,
    content              uuid not null,
    file                 uuid not null,
    import_id            text not null
);
create unique index ticket_current on customer.ticket (workspace_id, source_system, source_id)
    where superseded_at is null;
create index ticket_versions on customer.ticket (workspace_id, source_system, source_id);
create index ticket_by_id on customer.ticket (workspace_id, id) where superseded_at is null;
create index ticket_by_account on customer.ticket (workspace_id, account_id)
    where superseded_at is null;

create table customer.ticket_topic (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    ticket_id        text not null,
    topic            text not null,
    confidence       numeric,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index ticket_topic_current
    on customer.ticket_topic (workspace_id, source_system, source_id)
    where superseded_at is null;
create index ticket_topic_versions
    on customer.ticket_topic (workspace_id, source_system, source_id);
create index ticket_topic_by_id
    on customer.ticket_topic (workspace_id, id) where superseded_at is null;

create table customer.survey (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    type             text not null,
    scale_min        numeric not null,
    scale_max        numeric not null,
    direction        text not null,
    lifecycle_stage  text,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index survey_current on customer.survey (workspace_id, source_system, source_id)
    where superseded_at is null;
create index survey_versions on customer.survey (workspace_id, source_system, source_id);
create index survey_by_id on customer.survey (workspace_id, id) where superseded_at is null;

create table customer.survey_send (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    survey_id        text not null,
    contact_id       text,
    sent_at          timestamptz not null,
    delivered        boolean not null,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index survey_send_current
    on customer.survey_send (workspace_id, source_system, source_id)
    where superseded_at is null;
create index survey_send_versions on customer.survey_send (workspace_id, source_system, source_id);
create index survey_send_by_id
    on customer.survey_send (workspace_id, id) where superseded_at is null;

create table customer.survey_response (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    survey_id        text not null,
    send_id          text,
    account_id       text not null,
    contact_id       text,
    score            numeric not null,
    comment          text,
    ticket_id        text,
    answered_at      timestamptz not null,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index survey_response_current
    on customer.survey_response (workspace_id, source_system, source_id)
    where superseded_at is null;
create index survey_response_versions
    on customer.survey_response (workspace_id, source_system, source_id);
create index survey_response_by_id
    on customer.survey_response (workspace_id, id) where superseded_at is null;
create index survey_response_by_account on customer.survey_response (workspace_id, account_id)
    where superseded_at is null;

create table customer.sentiment_obs (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    account_id       text not null,
    source           text,
    source_ref       text,
    polarity         numeric not null,
    weight           numeric not null,
    model_version    text,
    observed_at      timestamptz not null,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index sentiment_obs_current
    on customer.sentiment_obs (workspace_id, source_system, source_id)
    where superseded_at is null;
create index sentiment_obs_versions
    on customer.sentiment_obs (workspace_id, source_system, source_id);
create index sentiment_obs_by_id
    on customer.sentiment_obs (workspace_id, id) where superseded_at is null;
create index sentiment_obs_by_account on customer.sentiment_obs (workspace_id, account_id)
    where superseded_at is null;

create table customer.advocacy_event (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    account_id       text not null,
    contact_id       text,
    type             text not null,
    polarity         text not null,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index advocacy_event_current
    on customer.advocacy_event (workspace_id, source_system, source_id)
    where superseded_at is null;
create index advocacy_event_versions
    on customer.advocacy_event (workspace_id, source_system, source_id);
create index advocacy_event_by_id
    on customer.advocacy_event (workspace_id, id) where superseded_at is null;
create index advocacy_event_by_account on customer.advocacy_event (workspace_id, account_id)
    where superseded_at is null;
