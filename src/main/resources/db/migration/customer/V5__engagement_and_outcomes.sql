-- Columns and versions as in V1; a test holds them against catalog/records.

create table customer.touch (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    account_id       text not null,
    channel          text not null,
    direction        text not null,
    status           text not null,
    is_automated     boolean not null,
    thread_key       text,
    duration_min     bigint,
    csm_id           text,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index touch_current on customer.touch (workspace_id, source_system, source_id)
    where superseded_at is null;
create index touch_versions on customer.touch (workspace_id, source_system, source_id);
create index touch_by_id on customer.touch (workspace_id, id) where superseded_at is null;
create index touch_by_account on customer.touch (workspace_id, account_id)
    where superseded_at is null;

create table customer.touch_contact (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    touch_id         text not null,
    contact_id       text not null,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index touch_contact_current
    on customer.touch_contact (workspace_id, source_system, source_id)
    where superseded_at is null;
create index touch_contact_versions
    on customer.touch_contact (workspace_id, source_system, source_id);
create index touch_contact_by_id
    on customer.touch_contact (workspace_id, id) where superseded_at is null;

create table customer.pulse (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    account_id       text not null,
    author_id        text,
    value            text not null,
    reason_codes     text,
    note             text,
    set_at           timestamptz not null,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index pulse_current on customer.pulse (workspace_id, source_system, source_id)
    where superseded_at is null;
create index pulse_versions on customer.pulse (workspace_id, source_system, source_id);
create index pulse_by_id on customer.pulse (workspace_id, id) where superseded_at is null;
create index pulse_by_account on customer.pulse (workspace_id, account_id)
    where superseded_at is null;

create table customer.onboarding (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    account_id       text not null,
    started_on       date not null,
    completed_on     date,
    abandoned_on     date,
    reset_of         text,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index onboarding_current
    on customer.onboarding (workspace_id, source_system, source_id)
    where superseded_at is null;
create index onboarding_versions on customer.onboarding (workspace_id, source_system, source_id);
create index onboarding_by_id on customer.onboarding (workspace_id, id) where superseded_at is null;
create index onboarding_by_account on customer.onboarding (workspace_id, account_id)
    where superseded_at is null;

create table customer.onboarding_hold (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    onboarding_id    text not null,
    "from"           date not null,
    "to"             date,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index onboarding_hold_current
    on customer.onboarding_hold (workspace_id, source_system, source_id)
    where superseded_at is null;
create index onboarding_hold_versions
    on customer.onboarding_hold (workspace_id, source_system, source_id);
create index onboarding_hold_by_id
    on customer.onboarding_hold (workspace_id, id) where superseded_at is null;

create table customer.milestone (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    account_id       text not null,
    type             text not null,
    reached_on       date not null,
    confirmed_by     text,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index milestone_current on customer.milestone (workspace_id, source_system, source_id)
    where superseded_at is null;
create index milestone_versions on customer.milestone (workspace_id, source_system, source_id);
create index milestone_by_id on customer.milestone (workspace_id, id) where superseded_at is null;
create index milestone_by_account on customer.milestone (workspace_id, account_id)
    where superseded_at is null;

create table customer.outcome_goal (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    account_id       text not null,
    scope            text not null,
    contact_id       text,
    name             text,
    baseline         numeric,
    target           numeric not null,
    unit             text,
    weight           numeric not null,
    due_on           date,
    is_primary       boolean not null,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index outcome_goal_current
    on customer.outcome_goal (workspace_id, source_system, source_id)
    where superseded_at is null;
create index outcome_goal_versions
    on customer.outcome_goal (workspace_id, source_system, source_id);
create index outcome_goal_by_id
    on customer.outcome_goal (workspace_id, id) where superseded_at is null;
create index outcome_goal_by_account on customer.outcome_goal (workspace_id, account_id)
    where superseded_at is null;

create table customer.outcome_measurement (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    goal_id          text not null,
    value            numeric not null,
    benefit_amount   numeric(19,4),
    ccy              text,
    measured_on      date not null,
    confirmed_by     text not null,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index outcome_measurement_current
    on customer.outcome_measurement (workspace_id, source_system, source_id)
    where superseded_at is null;
create index outcome_measurement_versions
    on customer.outcome_measurement (workspace_id, source_system, source_id);
create index outcome_measurement_by_id
    on customer.outcome_measurement (workspace_id, id) where superseded_at is null;
