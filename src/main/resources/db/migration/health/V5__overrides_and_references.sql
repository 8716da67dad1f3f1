-- What people said against the arithmetic of a score. Nothing is overwritten: who takes an override
-- back ends it, and from the day of the end on it counts no more.
create table health.override (
    workspace_id text        not null,
    id           text        not null,
    account_id   text        not null,
    author       text        not null,
    reason       text        not null,
    score        double precision,
    band         text,
    from_day     date        not null,
    until_day    date        not null,
    ordered_at   timestamptz not null,
    ended_on     date,
    ended_by     text,
    primary key (workspace_id, id),
    check ((score is null) <> (band is null))
);
create index on health.override (workspace_id, account_id, from_day);

-- How the accounts of a segment, or all of them, stood when a quarter began. Frozen: whoever is judged
-- by a percentile is compared with the same values for the whole quarter.
create table health.reference (
    workspace_id text               not null,
    metric       text               not null,
    peers        text               not null,
    quarter      date               not null,
    "values"     double precision[] not null,
    frozen_at    timestamptz        not null,
    primary key (workspace_id, metric, peers, quarter)
);
