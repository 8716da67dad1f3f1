-- Who of ours looks after a ticket, so that satisfaction can be told agent by agent.
alter table customer.ticket add column agent_id text;
