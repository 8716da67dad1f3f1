-- A list can be sorted by every column that it shows, and a hundred thousand accounts are too many
-- to sort for a page of fifty.
create index portfolio_band on screen.portfolio (workspace_id, band, account_id);
create index portfolio_coverage on screen.portfolio (workspace_id, coverage, account_id);
create index portfolio_weakest on screen.portfolio (workspace_id, weakest_tenths, account_id);
create index portfolio_turned on screen.portfolio (workspace_id, band_changed_on, account_id);
create index portfolio_overdue on screen.portfolio (workspace_id, overdue_days, account_id);
create index portfolio_pulse_set on screen.portfolio (workspace_id, pulse_set_on, account_id);
create index portfolio_sponsor on screen.portfolio (workspace_id, sponsor, account_id);
create index portfolio_usage on screen.portfolio (workspace_id, dau_mau, account_id);
create index portfolio_licences on screen.portfolio (workspace_id, seats_share, account_id);
create index portfolio_nps on screen.portfolio (workspace_id, nps, account_id);
create index portfolio_tier on screen.portfolio (workspace_id, tier, account_id);
create index portfolio_segment on screen.portfolio (workspace_id, segment, account_id);
create index portfolio_plan on screen.portfolio (workspace_id, plan, account_id);

-- What a search looks through, apart from the wide rows of the list. Row-level security lets no
-- index answer "contains", so the whole of it is read, and that should be little.
create table screen.portfolio_search (
    workspace_id text not null,
    account_id   text not null collate "C",
    searched     text not null,
    primary key (workspace_id, account_id)
);
insert into screen.portfolio_search
select workspace_id, account_id, searched from screen.portfolio;
