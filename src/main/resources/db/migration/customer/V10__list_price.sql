-- What a subscription would bring in a month without discounts, beside what it brings with them.

alter table customer.subscription_segment add column monthly_list numeric(38,4);

update customer.subscription_segment
set monthly_list = round(
    quantity * unit_price * case when interval_unit in ('day', 'week') then 365 else 1 end
    / (interval_count * case interval_unit
        when 'day' then 12
        when 'week' then 84
        when 'month' then 1
        when 'quarter' then 3
        when 'half_year' then 6
        when 'year' then 12
    end),
    4);
