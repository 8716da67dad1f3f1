-- Columns and versions as in V1; a test holds them against catalog/records.

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
