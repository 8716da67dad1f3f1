-- Which local days of which zone the roll-up of events has taken in, and the last time anything of
-- them became known. A day that is not here, or is touched again, is read from the events themselves.
create table customer.rolled_day (
    workspace_id text not null,
    day          date not null,
    zone         text not null,
    known_until  timestamptz,
    primary key (workspace_id, day)
);
