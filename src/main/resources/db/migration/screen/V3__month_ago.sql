-- How each account stood thirty days before the day of the list, and what its score is made of. Who
-- has left since stood somewhere, too: a distribution of that day needs all who were there.
alter table screen.portfolio
    add column band_month_ago         text collate "C",
    add column score_tenths_month_ago integer,
    add column mrr_month_ago          numeric(38, 4),
    -- The groups that count in the score, and the score of each, in the same order.
    add column group_names            text[]             not null default '{}',
    add column group_scores           double precision[] not null default '{}',
    -- Which version of the model judged and by which of its profiles, and all profiles that match, in
    -- their order: the first of them applies.
    add column model_version          integer,
    add column profile                text collate "C",
    add column profiles_matched       text[]             not null default '{}';
