-- The log of requests in one part for each day on which they came, so that a day that is forgotten
-- is dropped and leaves no holes. What was there before, and whatever comes on a day that has no
-- part, lies in the part for the rest.
--
-- The number of a request is drawn from one sequence, so it is unique over all parts. A partitioned
-- table cannot have an identity column before PostgreSQL 17.
alter table source.ingest_log rename to ingest_log_rest;
alter table source.ingest_log_rest drop constraint ingest_log_pkey;
alter index source.ingest_log_waiting rename to ingest_log_rest_waiting;
alter index source.ingest_log_newest rename to ingest_log_rest_newest;

create sequence source.ingest_log_number;
do $$
begin
    perform setval(
        'source.ingest_log_number',
        nextval(pg_get_serial_sequence('source.ingest_log_rest', 'seq')));
end
$$;
alter table source.ingest_log_rest alter column seq drop identity;

create table source.ingest_log (
    like source.ingest_log_rest including constraints including storage including comments
) partition by range (received_at);
alter table source.ingest_log
    alter column seq set default nextval('source.ingest_log_number'),
    alter column attempts set default 0,
    alter column state set default 'waiting',
    add primary key (seq, received_at);
create index ingest_log_waiting on source.ingest_log (workspace_id, seq) where state = 'waiting';
create index ingest_log_newest on source.ingest_log (workspace_id, seq);
alter table source.ingest_log attach partition source.ingest_log_rest default;

-- Makes the parts of the days to come, and drops those of which nothing is needed any more: it
-- ended before `forgotten`, nothing in it waits, and nothing in it was dealt with since. A day of
-- which the rest has something already stays there. Whoever would have to wait for a lock tries
-- again tomorrow.
create function source.turn_log_days(today date, days_ahead integer, forgotten timestamptz)
returns integer
language plpgsql
security definer
set search_path = ''
set lock_timeout = '2s'
set timezone = 'UTC'
as $$
declare
    part    record;
    day     date;
    dropped integer := 0;
begin
    for day in select cast(it as date)
        from generate_series(cast(today as timestamp), today + days_ahead, interval '1 day') as it
    loop
        continue when exists (
                select from pg_catalog.pg_tables
                where schemaname = 'source'
                    and tablename = format('ingest_log_%s', to_char(day, 'YYYYMMDD')))
            or exists (
                select from source.ingest_log where received_at >= day and received_at < day + 1);
        execute format(
            'create table source.ingest_log_%1$s (like source.ingest_log including defaults'
                ' including constraints including storage)',
            to_char(day, 'YYYYMMDD'));
        -- The walls of the other tables are raised when a server starts, and this one runs.
        execute format(
            'create policy workspace on source.ingest_log_%s'
                ' using (workspace_id = current_setting(''app.workspace'', true))'
                ' with check (workspace_id = current_setting(''app.workspace'', true))',
            to_char(day, 'YYYYMMDD'));
        execute format(
            'alter table source.ingest_log_%s enable row level security, force row level security',
            to_char(day, 'YYYYMMDD'));
        execute format(
            'alter table source.ingest_log attach partition source.ingest_log_%s'
                ' for values from (%L) to (%L)',
            to_char(day, 'YYYYMMDD'), day, day + 1);
    end loop;
    for part in
        select relname, cast(right(relname, 8) as date) as day
        from pg_catalog.pg_inherits
        join pg_catalog.pg_class on pg_class.oid = inhrelid
        where inhparent = 'source.ingest_log'::regclass and relname ~ '_[0-9]{8}$'
    loop
        continue when part.day + 1 > forgotten
            or exists (
                select from source.ingest_log
                where received_at >= part.day and received_at < part.day + 1
                    and (state = 'waiting' or done_at >= forgotten));
        execute format('drop table source.%I', part.relname);
        dropped := dropped + 1;
    end loop;
    return dropped;
exception
    when lock_not_available then return 0;
end
$$;
