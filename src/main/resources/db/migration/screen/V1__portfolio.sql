-- One row for each account, gathered anew whenever days were judged: what a list of accounts shows,
-- sorts by and filters on. It says nothing that the records, the metrics and the ledger do not say,
-- and may be emptied at any time.
--
-- Scores have one decimal and are kept in tenths: whole numbers add up exactly. Where something is
-- not known there is a null, never a zero.
create table screen.portfolio (
    workspace_id    text     not null,
    account_id      text     not null,
    reference       text     not null,
    name            text     not null,
    searched        text     not null,
    is_customer     boolean  not null,
    tier            text,
    segment         text,
    plan            text,
    csm             text,
    -- Null when the account was not judged, grey when it was and too little was known.
    band            text,
    score_tenths    integer,
    coverage        double precision,
    delta_tenths    integer,
    -- As JSON, the greatest first: what the change of 30 days came from.
    reasons         text     not null,
    -- Thirty days that end with the day of the rows, in tenths; a gap is null.
    spark           integer[] not null,
    band_before     text,
    band_changed_on date,
    weakest_group   text,
    weakest_tenths  integer,
    -- In the reporting currency.
    mrr             numeric(38, 4),
    mrr_moved       numeric(38, 4),
    -- Row-level security lets only some comparisons use an index, and those of numeric are not
    -- among them. Two amounts that differ after the fifteenth digit may stand in any order.
    mrr_order       double precision generated always as (cast(mrr as double precision)) stored,
    renewal_on      date,
    overdue_days    integer,
    pulse           integer,
    pulse_set_on    date,
    -- touched, never or unknown; the day belongs to the first.
    touch           text     not null,
    touched_on      date,
    dau_mau         double precision,
    seats_used      bigint,
    seats_bought    bigint,
    seats_share     double precision,
    nps             double precision,
    sponsor         text,
    primary key (workspace_id, account_id)
);

-- Both directions of a sort run along the same index: the account's id follows the first column.
create index portfolio_name on screen.portfolio (workspace_id, name collate "C", account_id);
create index portfolio_score on screen.portfolio (workspace_id, score_tenths, account_id);
create index portfolio_delta on screen.portfolio (workspace_id, delta_tenths, account_id);
create index portfolio_mrr on screen.portfolio (workspace_id, mrr_order, account_id);
create index portfolio_renewal on screen.portfolio (workspace_id, renewal_on, account_id);
create index portfolio_csm on screen.portfolio (workspace_id, csm collate "C", account_id);
create index portfolio_pulse on screen.portfolio (workspace_id, pulse, account_id);
create index portfolio_touch on screen.portfolio (workspace_id, touched_on, account_id);

-- Which day the rows speak of, in which money, and since when: totals are kept until they change.
create table screen.portfolio_day (
    workspace_id text        not null primary key,
    day          date        not null,
    currency     text        not null,
    gathered_at  timestamptz not null,
    generation   bigint      not null
);
