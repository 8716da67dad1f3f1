-- One table for each record of catalog/records that is kept in PostgreSQL. Every version of a record
-- stays: the current one has superseded_at null; the one known at K has recorded_at <= K and
-- superseded_at null or after K. `content` is a hash of what the row says, `file` of the file that
-- said it. A test holds these columns against the declarations.

-- What keeps a usage row from counting twice. The rows themselves are in the lake.
create table customer.usage_key (
    workspace_id  text not null,
    source_system text not null,
    key           uuid not null,
    content       uuid not null,
    import_id     text not null,
    primary key (workspace_id, source_system, key)
);

create table customer.account (
    workspace_id       text not null,
    version            bigint generated always as identity primary key,
    id                 text not null,
    source_system      text not null,
    source_id          text not null,
    parent_id          text,
    name               text not null,
    segment            text,
    tier               text,
    counts_as_logo     boolean not null,
    customer_since     date,
    lifecycle_stage    text,
    payment_terms_days bigint,
    currency           text,
    occurred_at        timestamptz,
    recorded_at        timestamptz not null,
    recorded_assumed   boolean not null default false,
    superseded_at      timestamptz,
    deleted_at         timestamptz,
    content            uuid not null,
    file               uuid not null,
    import_id          text not null
);
create unique index account_current on customer.account (workspace_id, source_system, source_id)
    where superseded_at is null;
create index account_versions on customer.account (workspace_id, source_system, source_id);
create index account_by_id on customer.account (workspace_id, id) where superseded_at is null;
create index account_by_name on customer.account (workspace_id, name collate "C", id)
    where superseded_at is null;

create table customer.account_segment_history (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    account_id       text not null,
    valid_from       date not null,
    valid_to         date,
    segment          text,
    tier             text,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index account_segment_history_current
    on customer.account_segment_history (workspace_id, source_system, source_id)
    where superseded_at is null;
create index account_segment_history_versions
    on customer.account_segment_history (workspace_id, source_system, source_id);
create index account_segment_history_by_id
    on customer.account_segment_history (workspace_id, id) where superseded_at is null;
create index account_segment_history_by_account
    on customer.account_segment_history (workspace_id, account_id)
    where superseded_at is null;

create table customer.csm_assignment (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    account_id       text not null,
    role             text not null,
    valid_from       date not null,
    valid_to         date,
    csm_id           text not null,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index csm_assignment_current
    on customer.csm_assignment (workspace_id, source_system, source_id)
    where superseded_at is null;
create index csm_assignment_versions
    on customer.csm_assignment (workspace_id, source_system, source_id);
create index csm_assignment_by_id
    on customer.csm_assignment (workspace_id, id) where superseded_at is null;
create index csm_assignment_by_account on customer.csm_assignment (workspace_id, account_id)
    where superseded_at is null;

create table customer.app_user (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    kind             text not null,
    merged_into      text,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index app_user_current on customer.app_user (workspace_id, source_system, source_id)
    where superseded_at is null;
create index app_user_versions on customer.app_user (workspace_id, source_system, source_id);
create index app_user_by_id on customer.app_user (workspace_id, id) where superseded_at is null;

create table customer.user_account (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    user_id          text not null,
    account_id       text not null,
    valid_from       date,
    valid_to         date,
    role             text,
    licence_type     text,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index user_account_current
    on customer.user_account (workspace_id, source_system, source_id)
    where superseded_at is null;
create index user_account_versions
    on customer.user_account (workspace_id, source_system, source_id);
create index user_account_by_id
    on customer.user_account (workspace_id, id) where superseded_at is null;
create index user_account_by_account on customer.user_account (workspace_id, account_id)
    where superseded_at is null;

create table customer.contact (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    account_id       text not null,
    user_id          text,
    name             text,
    email            text,
    seniority        text,
    department       text,
    roles            text,
    is_exec_sponsor  boolean,
    stance           text,
    joined_at        date,
    left_at          date,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index contact_current on customer.contact (workspace_id, source_system, source_id)
    where superseded_at is null;
create index contact_versions on customer.contact (workspace_id, source_system, source_id);
create index contact_by_id on customer.contact (workspace_id, id) where superseded_at is null;
create index contact_by_account on customer.contact (workspace_id, account_id)
    where superseded_at is null;

create table customer.team (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    name             text,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index team_current on customer.team (workspace_id, source_system, source_id)
    where superseded_at is null;
create index team_versions on customer.team (workspace_id, source_system, source_id);
create index team_by_id on customer.team (workspace_id, id) where superseded_at is null;

create table customer.team_member (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    team_id          text not null,
    csm_id           text not null,
    valid_from       date not null,
    valid_to         date,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index team_member_current
    on customer.team_member (workspace_id, source_system, source_id)
    where superseded_at is null;
create index team_member_versions on customer.team_member (workspace_id, source_system, source_id);
create index team_member_by_id
    on customer.team_member (workspace_id, id) where superseded_at is null;

create table customer.quota (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    csm_id           text not null,
    quarter          text not null,
    renewal_arr      numeric(19,4) not null,
    ccy              text not null,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index quota_current on customer.quota (workspace_id, source_system, source_id)
    where superseded_at is null;
create index quota_versions on customer.quota (workspace_id, source_system, source_id);
create index quota_by_id on customer.quota (workspace_id, id) where superseded_at is null;

create table customer.usage_target (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    segment          text,
    metric           text not null,
    valid_from       date not null,
    target           numeric not null,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index usage_target_current
    on customer.usage_target (workspace_id, source_system, source_id)
    where superseded_at is null;
create index usage_target_versions
    on customer.usage_target (workspace_id, source_system, source_id);
create index usage_target_by_id
    on customer.usage_target (workspace_id, id) where superseded_at is null;
