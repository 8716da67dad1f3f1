-- Texts compare the same on every machine, and what is equal is found along the index that sorts.
alter table screen.portfolio
    alter column account_id type text collate "C",
    alter column name       type text collate "C",
    alter column tier       type text collate "C",
    alter column segment    type text collate "C",
    alter column plan       type text collate "C",
    alter column csm        type text collate "C",
    alter column band       type text collate "C",
    alter column sponsor    type text collate "C";
