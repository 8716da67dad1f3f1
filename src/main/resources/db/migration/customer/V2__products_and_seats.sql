-- Columns and versions as in V1; a test holds them against catalog/records.

create table customer.product (
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
create unique index product_current on customer.product (workspace_id, source_system, source_id)
    where superseded_at is null;
create index product_versions on customer.product (workspace_id, source_system, source_id);
create index product_by_id on customer.product (workspace_id, id) where superseded_at is null;

create table customer.feature (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    product_id       text,
    name             text,
    is_value_feature boolean not null,
    weight           numeric not null,
    min_days_k       bigint not null,
    released_on      date,
    retired_on       date,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index feature_current on customer.feature (workspace_id, source_system, source_id)
    where superseded_at is null;
create index feature_versions on customer.feature (workspace_id, source_system, source_id);
create index feature_by_id on customer.feature (workspace_id, id) where superseded_at is null;

create table customer.feature_event_map (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    event_name       text not null,
    valid_from       date not null,
    feature_id       text,
    valid_to         date,
    is_qualifying    boolean not null,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index feature_event_map_current
    on customer.feature_event_map (workspace_id, source_system, source_id)
    where superseded_at is null;
create index feature_event_map_versions
    on customer.feature_event_map (workspace_id, source_system, source_id);
create index feature_event_map_by_id
    on customer.feature_event_map (workspace_id, id) where superseded_at is null;

create table customer.entitlement (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    account_id       text not null,
    feature_id       text not null,
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
create unique index entitlement_current
    on customer.entitlement (workspace_id, source_system, source_id)
    where superseded_at is null;
create index entitlement_versions on customer.entitlement (workspace_id, source_system, source_id);
create index entitlement_by_id
    on customer.entitlement (workspace_id, id) where superseded_at is null;
create index entitlement_by_account on customer.entitlement (workspace_id, account_id)
    where superseded_at is null;

create table customer.seat_entitlement (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    account_id       text not null,
    licence_type     text not null,
    valid_from       date not null,
    valid_to         date,
    seats            bigint,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index seat_entitlement_current
    on customer.seat_entitlement (workspace_id, source_system, source_id)
    where superseded_at is null;
create index seat_entitlement_versions
    on customer.seat_entitlement (workspace_id, source_system, source_id);
create index seat_entitlement_by_id
    on customer.seat_entitlement (workspace_id, id) where superseded_at is null;
create index seat_entitlement_by_account on customer.seat_entitlement (workspace_id, account_id)
    where superseded_at is null;

create table customer.course (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    title            text,
    topic            text,
    is_onboarding    boolean not null,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index course_current on customer.course (workspace_id, source_system, source_id)
    where superseded_at is null;
create index course_versions on customer.course (workspace_id, source_system, source_id);
create index course_by_id on customer.course (workspace_id, id) where superseded_at is null;

create table customer.enrolment (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    user_id          text not null,
    course_id        text not null,
    enrolled_on      date not null,
    window_days      bigint not null,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index enrolment_current on customer.enrolment (workspace_id, source_system, source_id)
    where superseded_at is null;
create index enrolment_versions on customer.enrolment (workspace_id, source_system, source_id);
create index enrolment_by_id on customer.enrolment (workspace_id, id) where superseded_at is null;

create table customer.learning_record (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    user_id          text not null,
    account_id       text,
    course_id        text not null,
    registration     text,
    verb             text not null,
    completed        boolean not null,
    passed           boolean,
    score_scaled     numeric,
    duration_s       numeric,
    voided           boolean not null,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index learning_record_current
    on customer.learning_record (workspace_id, source_system, source_id)
    where superseded_at is null;
create index learning_record_versions
    on customer.learning_record (workspace_id, source_system, source_id);
create index learning_record_by_id
    on customer.learning_record (workspace_id, id) where superseded_at is null;
create index learning_record_by_account on customer.learning_record (workspace_id, account_id)
    where superseded_at is null;
