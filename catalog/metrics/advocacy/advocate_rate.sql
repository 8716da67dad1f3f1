/*---
metric:   advocate_rate
title:    Advocates
question: What share of our customers did something for our good name within a year?
kind:     ratio
unit:     fraction
better:   higher
per:      [segment, csm, company]
window:   instant
reads:    [fact.advocacy, fact.customer_day]
sources:  [advocacy_event, subscription_segment]
absent:   zero denominator
bounds:   [0, 1]
interval: wilson
tags:     [health, team]
owner:    customer-marketing
version:  1
meaning: |
  Customers of the day with at least one act of advocacy in the last 365 days, over all customers of
  the day. Any act will do: a reference call, a review, a referral that was accepted, a talk.
caveats:
  - A bad review and what was refused are no advocacy.
  - Acts of customers who have left since count for nobody.
related:  [advocacy_score]
---*/
select
    period.id as period_id,
    customer_day.account_id,
    case when exists (
        select 1
        from fact.advocacy
        where advocacy.account_id = customer_day.account_id
        and advocacy.points > 0
        and advocacy.day_number >  period.as_of_day - advocacy_days()
        and advocacy.day_number <= period.as_of_day
    ) then 1 else 0 end as numerator,
    1 as denominator
from period
join fact.customer_day
    on  customer_day.day_number = period.as_of_day
    and (customer_day.bridge_known_day is null or customer_day.bridge_known_day <= period.known_day)

--- rows: every customer, and the latest act of every advocate
select
    period.id as period_id,
    customer_day.account_id,
    'denominator'           as part,
    1                       as amount,
    'account'               as record_table,
    customer_day.account_id as record_id,
    null                    as day_number,
    null                    as label
from period
join fact.customer_day
    on  customer_day.day_number = period.as_of_day
    and (customer_day.bridge_known_day is null or customer_day.bridge_known_day <= period.known_day)
union all
select
    period.id, customer_day.account_id, 'numerator', 1, 'advocacy_event',
    max_by(advocacy.event_id, (advocacy.day_number, advocacy.event_id)),
    max(advocacy.day_number), max_by(advocacy.act, (advocacy.day_number, advocacy.event_id))
from period
join fact.customer_day
    on  customer_day.day_number = period.as_of_day
    and (customer_day.bridge_known_day is null or customer_day.bridge_known_day <= period.known_day)
join fact.advocacy
    on  advocacy.account_id = customer_day.account_id
    and advocacy.points > 0
    and advocacy.day_number >  period.as_of_day - advocacy_days()
    and advocacy.day_number <= period.as_of_day
group by period.id, customer_day.account_id

/*---
examples:
  - name: two of three who did anything, and each customer once
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id  | counts_as_logo
        acorn       | true
        brightwater | true
        cobalt      | true
        ember       | true
      fact.customer_day: |
        account_id  | day_number | is_paying
        acorn       | 2025-05-31 | true
        brightwater | 2025-05-31 | true
        cobalt      | 2025-05-31 | true
      customer.advocacy_event: |
        id | account_id  | type              | polarity | occurred_at
        e1 | acorn       | reference_call    | positive | 2024-06-01 09:00:00+00
        e2 | acorn       | referral          | positive | 2025-05-31 09:00:00+00
        e3 | brightwater | reference_willing | positive | 2025-05-31 09:00:00+00
        e4 | cobalt      | public_review     | negative | 2025-01-01 09:00:00+00
        e5 | cobalt      | referral          | negative | 2025-01-01 09:00:00+00
        e6 | cobalt      | case_study        | positive | 2024-05-31 09:00:00+00
        e7 | cobalt      | case_study        | positive | 2025-06-01 09:00:00+00
        e8 | ember       | case_study        | positive | 2025-01-01 09:00:00+00
    expect: |
      entity | value          | numerator | denominator
      (all)  | 0.666666666667 | 2         | 3

  - name: where nobody is a customer there is no share
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
      fact.customer_day: |
        account_id | day_number | is_paying
      fact.advocacy: |
        account_id | act        | points | day_number
        acorn      | case_study | 5      | 2025-05-01
    expect: |
      entity | value | status
      (all)  |       | ZERO_DENOMINATOR

  - name: eighteen of a hundred and twenty
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id | counts_as_logo
        a1         | true
        a2         | true
        a3         | true
        a4         | true
        a5         | true
        a6         | true
        a7         | true
        a8         | true
        a9         | true
        a10        | true
        a11        | true
        a12        | true
        a13        | true
        a14        | true
        a15        | true
        a16        | true
        a17        | true
        a18        | true
        a19        | true
        a20        | true
        a21        | true
        a22        | true
        a23        | true
        a24        | true
        a25        | true
        a26        | true
        a27        | true
        a28        | true
        a29        | true
        a30        | true
        a31        | true
        a32        | true
        a33        | true
        a34        | true
        a35        | true
        a36        | true
        a37        | true
        a38        | true
        a39        | true
        a40        | true
        a41        | true
        a42        | true
        a43        | true
        a44        | true
        a45        | true
        a46        | true
        a47        | true
        a48        | true
        a49        | true
        a50        | true
        a51        | true
        a52        | true
        a53        | true
        a54        | true
        a55        | true
        a56        | true
        a57        | true
        a58        | true
        a59        | true
        a60        | true
        a61        | true
        a62        | true
        a63        | true
        a64        | true
        a65        | true
        a66        | true
        a67        | true
        a68        | true
        a69        | true
        a70        | true
        a71        | true
        a72        | true
        a73        | true
        a74        | true
        a75        | true
        a76        | true
        a77        | true
        a78        | true
        a79        | true
        a80        | true
        a81        | true
        a82        | true
        a83        | true
        a84        | true
        a85        | true
        a86        | true
        a87        | true
        a88        | true
        a89        | true
        a90        | true
        a91        | true
        a92        | true
        a93        | true
        a94        | true
        a95        | true
        a96        | true
        a97        | true
        a98        | true
        a99        | true
        a100       | true
        a101       | true
        a102       | true
        a103       | true
        a104       | true
        a105       | true
        a106       | true
        a107       | true
        a108       | true
        a109       | true
        a110       | true
        a111       | true
        a112       | true
        a113       | true
        a114       | true
        a115       | true
        a116       | true
        a117       | true
        a118       | true
        a119       | true
        a120       | true
      fact.customer_day: |
        account_id | day_number | is_paying
        a1         | 2025-05-31 | true
        a2         | 2025-05-31 | true
        a3         | 2025-05-31 | true
        a4         | 2025-05-31 | true
        a5         | 2025-05-31 | true
        a6         | 2025-05-31 | true
        a7         | 2025-05-31 | true
        a8         | 2025-05-31 | true
        a9         | 2025-05-31 | true
        a10        | 2025-05-31 | true
        a11        | 2025-05-31 | true
        a12        | 2025-05-31 | true
        a13        | 2025-05-31 | true
        a14        | 2025-05-31 | true
        a15        | 2025-05-31 | true
        a16        | 2025-05-31 | true
        a17        | 2025-05-31 | true
        a18        | 2025-05-31 | true
        a19        | 2025-05-31 | true
        a20        | 2025-05-31 | true
        a21        | 2025-05-31 | true
        a22        | 2025-05-31 | true
        a23        | 2025-05-31 | true
        a24        | 2025-05-31 | true
        a25        | 2025-05-31 | true
        a26        | 2025-05-31 | true
        a27        | 2025-05-31 | true
        a28        | 2025-05-31 | true
        a29        | 2025-05-31 | true
        a30        | 2025-05-31 | true
        a31        | 2025-05-31 | true
        a32        | 2025-05-31 | true
        a33        | 2025-05-31 | true
        a34        | 2025-05-31 | true
        a35        | 2025-05-31 | true
        a36        | 2025-05-31 | true
        a37        | 2025-05-31 | true
        a38        | 2025-05-31 | true
        a39        | 2025-05-31 | true
        a40        | 2025-05-31 | true
        a41        | 2025-05-31 | true
        a42        | 2025-05-31 | true
        a43        | 2025-05-31 | true
        a44        | 2025-05-31 | true
        a45        | 2025-05-31 | true
        a46        | 2025-05-31 | true
        a47        | 2025-05-31 | true
        a48        | 2025-05-31 | true
        a49        | 2025-05-31 | true
        a50        | 2025-05-31 | true
        a51        | 2025-05-31 | true
        a52        | 2025-05-31 | true
        a53        | 2025-05-31 | true
        a54        | 2025-05-31 | true
        a55        | 2025-05-31 | true
        a56        | 2025-05-31 | true
        a57        | 2025-05-31 | true
        a58        | 2025-05-31 | true
        a59        | 2025-05-31 | true
        a60        | 2025-05-31 | true
        a61        | 2025-05-31 | true
        a62        | 2025-05-31 | true
        a63        | 2025-05-31 | true
        a64        | 2025-05-31 | true
        a65        | 2025-05-31 | true
        a66        | 2025-05-31 | true
        a67        | 2025-05-31 | true
        a68        | 2025-05-31 | true
        a69        | 2025-05-31 | true
        a70        | 2025-05-31 | true
        a71        | 2025-05-31 | true
        a72        | 2025-05-31 | true
        a73        | 2025-05-31 | true
        a74        | 2025-05-31 | true
        a75        | 2025-05-31 | true
        a76        | 2025-05-31 | true
        a77        | 2025-05-31 | true
        a78        | 2025-05-31 | true
        a79        | 2025-05-31 | true
        a80        | 2025-05-31 | true
        a81        | 2025-05-31 | true
        a82        | 2025-05-31 | true
        a83        | 2025-05-31 | true
        a84        | 2025-05-31 | true
        a85        | 2025-05-31 | true
        a86        | 2025-05-31 | true
        a87        | 2025-05-31 | true
        a88        | 2025-05-31 | true
        a89        | 2025-05-31 | true
        a90        | 2025-05-31 | true
        a91        | 2025-05-31 | true
        a92        | 2025-05-31 | true
        a93        | 2025-05-31 | true
        a94        | 2025-05-31 | true
        a95        | 2025-05-31 | true
        a96        | 2025-05-31 | true
        a97        | 2025-05-31 | true
        a98        | 2025-05-31 | true
        a99        | 2025-05-31 | true
        a100       | 2025-05-31 | true
        a101       | 2025-05-31 | true
        a102       | 2025-05-31 | true
        a103       | 2025-05-31 | true
        a104       | 2025-05-31 | true
        a105       | 2025-05-31 | true
        a106       | 2025-05-31 | true
        a107       | 2025-05-31 | true
        a108       | 2025-05-31 | true
        a109       | 2025-05-31 | true
        a110       | 2025-05-31 | true
        a111       | 2025-05-31 | true
        a112       | 2025-05-31 | true
        a113       | 2025-05-31 | true
        a114       | 2025-05-31 | true
        a115       | 2025-05-31 | true
        a116       | 2025-05-31 | true
        a117       | 2025-05-31 | true
        a118       | 2025-05-31 | true
        a119       | 2025-05-31 | true
        a120       | 2025-05-31 | true
      fact.advocacy: |
        account_id | act      | points | day_number
        a1         | referral | 4      | 2025-05-01
        a2         | referral | 4      | 2025-05-01
        a3         | referral | 4      | 2025-05-01
        a4         | referral | 4      | 2025-05-01
        a5         | referral | 4      | 2025-05-01
        a6         | referral | 4      | 2025-05-01
        a7         | referral | 4      | 2025-05-01
        a8         | referral | 4      | 2025-05-01
        a9         | referral | 4      | 2025-05-01
        a10        | referral | 4      | 2025-05-01
        a11        | referral | 4      | 2025-05-01
        a12        | referral | 4      | 2025-05-01
        a13        | referral | 4      | 2025-05-01
        a14        | referral | 4      | 2025-05-01
        a15        | referral | 4      | 2025-05-01
        a16        | referral | 4      | 2025-05-01
        a17        | referral | 4      | 2025-05-01
        a18        | referral | 4      | 2025-05-01
    expect: |
      entity | value | numerator | denominator
      (all)  | 0.15  | 18        | 120
---*/
