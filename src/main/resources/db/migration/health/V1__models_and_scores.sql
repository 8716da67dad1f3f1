-- Every model that was ever applied, as it was written. The greatest version is in force. Numbers
-- run per workspace, whatever the name, so that the youngest of two models is the greater number.
create table health.model (
    workspace_id text        not null,
    version      integer     not null,
    name         text        not null,
    yaml         text        not null,
    sha256       text        not null,
    applied_at   timestamptz not null,
    primary key (workspace_id, version)
);

-- The newest day's score of each account, for pages that must not wait for the lake. Numbers of a
-- grey account are null.
create table health.current (
    workspace_id text             not null,
    account_id   text             not null,
    day          date             not null,
    model        text             not null,
    version      integer          not null,
    raw          double precision,
    rounded      double precision,
    capped       double precision,
    published    double precision,
    plain_band   text,
    band         text             not null,
    coverage     double precision not null,
    anatomy      text             not null,
    primary key (workspace_id, account_id)
);

-- Which days each version has closed, also those on which nobody was a customer. A closed day is never
-- written again.
create table health.closed_day (
    workspace_id text        not null,
    version      integer     not null,
    day          date        not null,
    scored       integer     not null,
    grey         integer     not null,
    closed_at    timestamptz not null,
    primary key (workspace_id, version, day)
);
