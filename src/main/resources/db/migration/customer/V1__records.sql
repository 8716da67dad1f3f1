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

create table customer.acquisition_cost (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    month            date not null,
    channel          text not null,
    cost_type        text not null,
    amount           numeric(19,4) not null,
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
create unique index acquisition_cost_current
    on customer.acquisition_cost (workspace_id, source_system, source_id)
    where superseded_at is null;
create index acquisition_cost_versions
    on customer.acquisition_cost (workspace_id, source_system, source_id);
create index acquisition_cost_by_id
    on customer.acquisition_cost (workspace_id, id) where superseded_at is null;

create table customer.acquisition_credit (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    account_id       text not null,
    channel          text not null,
    credit           numeric not null,
    won_on           date not null,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index acquisition_credit_current
    on customer.acquisition_credit (workspace_id, source_system, source_id)
    where superseded_at is null;
create index acquisition_credit_versions
    on customer.acquisition_credit (workspace_id, source_system, source_id);
create index acquisition_credit_by_id
    on customer.acquisition_credit (workspace_id, id) where superseded_at is null;
create index acquisition_credit_by_account on customer.acquisition_credit (workspace_id, account_id)
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

create table customer.contract (
    workspace_id             text not null,
    version                  bigint generated always as identity primary key,
    id                       text not null,
    source_system            text not null,
    source_id                text not null,
    account_id               text not null,
    start_date               date not null,
    end_date                 date not null,
    arr                      numeric(19,4) not null,
    ccy                      text not null,
    auto_renew               boolean not null,
    notice_days              bigint not null,
    status                   text,
    renewed_from_contract_id text,
    signed_on                date,
    outcome                  text not null,
    decided_on               date,
    occurred_at              timestamptz,
    recorded_at              timestamptz not null,
    recorded_assumed         boolean not null default false,
    superseded_at            timestamptz,
    deleted_at               timestamptz,
    content                  uuid not null,
    file                     uuid not null,
    import_id                text not null
);
create unique index contract_current on customer.contract (workspace_id, source_system, source_id)
    where superseded_at is null;
create index contract_versions on customer.contract (workspace_id, source_system, source_id);
create index contract_by_id on customer.contract (workspace_id, id) where superseded_at is null;
create index contract_by_account on customer.contract (workspace_id, account_id)
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

create table customer.fx_rate (
    workspace_id      text not null,
    version           bigint generated always as identity primary key,
    id                text not null,
    source_system     text not null,
    source_id         text not null,
    ccy               text not null,
    rate_date         date not null,
    rate_to_reporting numeric not null,
    occurred_at       timestamptz,
    recorded_at       timestamptz not null,
    recorded_assumed  boolean not null default false,
    superseded_at     timestamptz,
    deleted_at        timestamptz,
    content           uuid not null,
    file              uuid not null,
    import_id         text not null
);
create unique index fx_rate_current on customer.fx_rate (workspace_id, source_system, source_id)
    where superseded_at is null;
create index fx_rate_versions on customer.fx_rate (workspace_id, source_system, source_id);
create index fx_rate_by_id on customer.fx_rate (workspace_id, id) where superseded_at is null;

create table customer.gross_margin (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    segment          text not null,
    valid_from       date not null,
    rate             numeric not null,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index gross_margin_current
    on customer.gross_margin (workspace_id, source_system, source_id)
    where superseded_at is null;
create index gross_margin_versions
    on customer.gross_margin (workspace_id, source_system, source_id);
create index gross_margin_by_id
    on customer.gross_margin (workspace_id, id) where superseded_at is null;

create table customer.invoice (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    account_id       text not null,
    issued_on        date not null,
    due_on           date,
    total            numeric(19,4) not null,
    open_balance     numeric(19,4),
    ccy              text not null,
    status           text not null,
    paid_on          date,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index invoice_current on customer.invoice (workspace_id, source_system, source_id)
    where superseded_at is null;
create index invoice_versions on customer.invoice (workspace_id, source_system, source_id);
create index invoice_by_id on customer.invoice (workspace_id, id) where superseded_at is null;
create index invoice_by_account on customer.invoice (workspace_id, account_id)
    where superseded_at is null;

create table customer.credit_note (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    invoice_id       text not null,
    amount           numeric(19,4) not null,
    issued_on        date not null,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index credit_note_current
    on customer.credit_note (workspace_id, source_system, source_id)
    where superseded_at is null;
create index credit_note_versions on customer.credit_note (workspace_id, source_system, source_id);
create index credit_note_by_id
    on customer.credit_note (workspace_id, id) where superseded_at is null;

create table customer.invoice_payment (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    invoice_id       text not null,
    amount           numeric(19,4) not null,
    paid_on          date not null,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index invoice_payment_current
    on customer.invoice_payment (workspace_id, source_system, source_id)
    where superseded_at is null;
create index invoice_payment_versions
    on customer.invoice_payment (workspace_id, source_system, source_id);
create index invoice_payment_by_id
    on customer.invoice_payment (workspace_id, id) where superseded_at is null;

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

create table customer.revenue_recognised (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    account_id       text not null,
    month            date not null,
    recurring_amount numeric(19,4) not null,
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
create unique index revenue_recognised_current
    on customer.revenue_recognised (workspace_id, source_system, source_id)
    where superseded_at is null;
create index revenue_recognised_versions
    on customer.revenue_recognised (workspace_id, source_system, source_id);
create index revenue_recognised_by_id
    on customer.revenue_recognised (workspace_id, id) where superseded_at is null;
create index revenue_recognised_by_account on customer.revenue_recognised (workspace_id, account_id)
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

create table customer.subscription_event (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    subscription_id  text not null,
    type             text not null,
    effective_date   date not null,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index subscription_event_current
    on customer.subscription_event (workspace_id, source_system, source_id)
    where superseded_at is null;
create index subscription_event_versions
    on customer.subscription_event (workspace_id, source_system, source_id);
create index subscription_event_by_id
    on customer.subscription_event (workspace_id, id) where superseded_at is null;

create table customer.subscription_segment (
    workspace_id     text not null,
    version          bigint generated always as identity primary key,
    id               text not null,
    source_system    text not null,
    source_id        text not null,
    subscription_id  text not null,
    account_id       text not null,
    plan             text,
    quantity         numeric not null,
    unit_price       numeric(19,4) not null,
    pct_discount     numeric not null,
    fixed_discount   numeric(19,4) not null,
    ccy              text not null,
    interval_unit    text not null,
    interval_count   bigint not null,
    start_date       date not null,
    end_date         date,
    kind             text not null,
    state            text not null,
    reason_start     text,
    reason_end       text,
    monthly_amount   numeric(38,4) not null,
    occurred_at      timestamptz,
    recorded_at      timestamptz not null,
    recorded_assumed boolean not null default false,
    superseded_at    timestamptz,
    deleted_at       timestamptz,
    content          uuid not null,
    file             uuid not null,
    import_id        text not null
);
create unique index subscription_segment_current
    on customer.subscription_segment (workspace_id, source_system, source_id)
    where superseded_at is null;
create index subscription_segment_versions
    on customer.subscription_segment (workspace_id, source_system, source_id);
create index subscription_segment_by_id
    on customer.subscription_segment (workspace_id, id) where superseded_at is null;
create index subscription_segment_by_account
    on customer.subscription_segment (workspace_id, account_id)
    where superseded_at is null;

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
