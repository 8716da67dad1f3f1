package dev.keepwell.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.source.Import.Order;
import dev.keepwell.source.ReadyMappings;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What ready mappings make of rows that belong together, under the names of columns that the
/// exports have.
class ReadyStoriesTest {

    private static final ReadyMappings MAPPINGS = ReadyMappings.packaged();

    private static final String[] OF_STRIPE = {
        "customer.csv",
        """
        id,name,currency,is_deleted,_fivetran_synced
        acorn,Acorn,usd,false,2025-05-01 00:00:00
        brightwater,Brightwater,usd,false,2025-05-01 00:00:00
        cobalt,Cobalt,usd,true,2025-05-01 00:00:00
        dovetail,Dovetail,usd,false,2025-05-01 00:00:00
        ember,Ember,usd,false,2025-05-01 00:00:00
        """,
        "subscription_history.csv",
        """
        id,customer_id,status,start_date,ended_at,trial_end,livemode,cancel_at_period_end,\
        canceled_at,pause_collection_behavior,_fivetran_active
        s1,acorn,active,2025-01-01 08:00:00,,,true,false,,,true
        s1,acorn,trialing,2024-01-01 08:00:00,,,true,false,,,false
        s2,brightwater,active,2025-01-01 08:00:00,,,true,true,2025-04-02 00:00:00,void,true
        s3,cobalt,canceled,2025-01-01 08:00:00,2025-03-01 08:00:00,,true,false,,,true
        s4,cobalt,canceled,2025-01-01 08:00:00,2025-01-05 08:00:00,\
        2025-01-15 08:00:00,true,false,,,true
        s5,dovetail,trialing,2025-05-20 08:00:00,,2025-06-20 08:00:00,true,false,,,true
        s6,ember,active,2025-01-01 08:00:00,,,true,false,,,true
        s7,ember,active,2025-01-01 08:00:00,,,false,false,,,true
        """,
        "subscription_item.csv",
        """
        id,subscription_id,plan_id,quantity,created,_fivetran_deleted,_fivetran_synced
        i1,s1,monthly,3,2025-01-01 08:00:00,false,2025-05-01 00:00:00
        i2,s1,yen,1,2025-02-01 08:00:00,false,2025-05-01 00:00:00
        i3,s1,calls,,2025-01-01 08:00:00,false,2025-05-01 00:00:00
        i4,s1,setup,1,2025-01-01 08:00:00,false,2025-05-01 00:00:00
        i5,s1,monthly,1,2025-01-01 08:00:00,true,2025-04-01 09:00:00
        i6,s2,yearly,1,2025-01-01 08:00:00,false,2025-05-01 00:00:00
        i7,s3,monthly,1,2025-01-01 08:00:00,false,2025-05-01 00:00:00
        i8,s4,monthly,1,2025-01-01 08:00:00,false,2025-05-01 00:00:00
        i9,s5,monthly,1,2025-05-20 08:00:00,false,2025-05-01 00:00:00
        i10,s6,tiers,1,2025-01-01 08:00:00,false,2025-05-01 00:00:00
        i11,s7,monthly,1,2025-01-01 08:00:00,false,2025-05-01 00:00:00
        """,
        "price.csv",
        """
        id,currency,unit_amount,unit_amount_decimal,type,nickname,recurring_interval,\
        recurring_interval_count,recurring_usage_type,billing_scheme
        monthly,usd,1999,1999,recurring,Team,month,1,licensed,per_unit
        yen,jpy,5000,5000,recurring,Japan,month,1,licensed,per_unit
        calls,usd,,0.5,recurring,Calls,month,1,metered,per_unit
        setup,usd,50000,50000,one_time,Set-up,,,,per_unit
        tiers,usd,,,recurring,Tiers,month,1,licensed,tiered
        """,
        "plan.csv",
        "id,currency,amount,nickname,interval,interval_count,usage_type,billing_scheme\n"
                + "yearly,usd,120000,Yearly,year,1,licensed,per_unit\n",
        "discount.csv",
        "id,subscription_id,coupon_id,invoice_id\nd1,s2,quarter_off,\nd2,s1,once,\n",
        "coupon.csv",
        "id,percent_off,duration\nquarter_off,25,forever\nonce,50,once\n"
    };

    private static final String[] OF_SALESFORCE = {
        "Account.csv",
        """
        Id,IsDeleted,Name,ParentId,OwnerId,Website,BillingCountryCode,CreatedDate
        001D000000IRFma,false,Acorn,,005D000000Abcde,https://www.acorn.com,DE,\
        2024-01-05T10:00:00.000Z
        """,
        "User.csv",
        "Id,Email\n005D000000AbcdeIAB,Ann@Keepwell.dev\n",
        "Contact.csv",
        """
        Id,AccountId,Name,FirstName,LastName,Email,Title
        003D000000QYVzQIAX,001D000000IRFmaIAH,,Bob,Baker,Bob@acorn.com,Chef
        """,
        "Opportunity.csv",
        """
        Id,AccountId,Amount,CloseDate,IsWon,StageName
        006D000000ABCDE,001D000000IRFmaIAH,48000,2025-01-31,true,Geschlossen
        006D000000ABCDF,001D000000IRFma,48000,2025-01-31,false,Verloren
        """,
        "Task.csv",
        """
        Id,AccountId,OwnerId,TaskSubtype,Type,IsClosed,ActivityDate,CallDurationInSeconds,\
        CallType
        00TD000000ABCDE,001D000000IRFma,005D000000Abcde,Call,,true,2025-02-01,150,Inbound
        00TD000000ABCDF,001D000000IRFma,005D000000Abcde,Task,Email,false,2025-02-02,,
        00TD000000ABCDG,001D000000IRFma,005D000000Abcde,Task,To do,false,2025-02-02,,
        """,
        "Event.csv",
        """
        Id,AccountId,OwnerId,WhoId,Type,IsChild,StartDateTime,DurationInMinutes
        00UD000000ABCDE,001D000000IRFma,,003D000000QYVzQ,,false,2025-03-01T09:00:00Z,45
        00UD000000ABCDF,001D000000IRFma,,003D000000QYVzQ,,true,2025-03-01T09:00:00Z,45
        """
    };

    private static final String[] OF_HUBSPOT = {
        "company.csv",
        "id,is_deleted,_fivetran_synced,property_name,property_country,property_domain\n"
                + "1,false,2025-05-01,Acorn,Deutschland,acorn.com\n",
        "deal.csv",
        """
        deal_id,deal_pipeline_id,deal_pipeline_stage_id,property_amount,property_closedate
        d1,sales,42,12000,2025-01-01 10:00:00
        d2,renewals,42,9000,2025-01-01 10:00:00
        """,
        "deal_company.csv",
        "company_id,deal_id\n1,d1\n1,d2\n",
        "deal_pipeline_stage.csv",
        "pipeline_id,stage_id,closed_won\nsales,42,FALSE\nrenewals,42,TRUE\n",
        "ticket.csv",
        """
        id,property_createdate,property_closed_date,property_hs_pipeline,\
        property_hs_pipeline_stage,property_hs_ticket_priority,\
        property_first_agent_reply_date
        t1,2025-01-01 10:00:00,2025-01-03 10:00:00,0,4,MEDIUM,2025-01-01 11:00:00
        t2,2025-01-01 10:00:00,2025-01-03 10:00:00,0,1,URGENT,
        t3,2025-01-01 10:00:00,,0,1,LOW,
        """,
        "ticket_company.csv",
        "ticket_id,company_id\nt1,1\nt2,1\n",
        "ticket_pipeline_stage.csv",
        "pipeline_id,stage_id,is_closed,ticket_state\n0,1,FALSE,OPEN\n0,4,TRUE,CLOSED\n",
        "engagement_meeting.csv",
        """
        engagement_id,start_time,end_time,meeting_outcome
        m1,2025-02-01 10:00:00,2025-02-01 10:45:00,NO_SHOW
        m2,2025-02-01 10:00:00,2025-02-01 10:45:00,COMPLETED
        """,
        "engagement_company.csv",
        "engagement_id,company_id\nm1,1\n"
    };

    private static final String[] OF_ZENDESK = {
        "organization.csv",
        "id,name\n1,Acorn\n",
        "domain_name.csv",
        "index,organization_id,domain_name\n1,1,acorn.dev\n0,1,acorn.com\n",
        "user.csv",
        """
        id,name,email,role,organization_id,active,suspended,updated_at
        10,Ann,ann@acorn.com,end-user,1,TRUE,FALSE,2025-01-01 00:00:00
        11,Spam,x@spam.com,end-user,1,TRUE,TRUE,2025-01-01 00:00:00
        90,Cy,Cy@keepwell.dev,agent,,TRUE,FALSE,2025-01-01 00:00:00
        """,
        "ticket.csv",
        """
        id,created_at,updated_at,status,priority,organization_id,requester_id,assignee_id,\
        via_channel
        1,2025-01-01 10:00:00,2025-01-09 10:00:00,closed,urgent,,10,90,email
        2,2025-01-01 10:00:00,2025-01-02 10:00:00,deleted,,1,10,,web
        3,2025-01-01 10:00:00,2025-01-02 10:00:00,closed,,1,10,,web
        """,
        "ticket_comment.csv",
        """
        id,created,public,ticket_id,user_id
        1,2025-01-01 10:00:00,TRUE,1,10
        2,2025-01-01 10:30:00,FALSE,1,90
        3,2025-01-01 12:00:00,TRUE,1,90
        4,2025-01-01 11:00:00,TRUE,1,90
        """,
        "ticket_field_history.csv",
        """
        field_name,ticket_id,updated,value
        status,1,2025-01-02 10:00:00,solved
        status,1,2025-01-03 10:00:00,open
        status,1,2025-01-04 10:00:00,solved
        """,
        "ticket_tag.csv",
        "tag,ticket_id\nbilling,1\nclosed_by_merge,3\n",
        "satisfaction_rating.csv",
        """
        id,ticket_id,score,created_at,comment
        1,1,offered,2025-01-04 11:00:00,
        2,1,good,2025-01-05 11:00:00,Thanks
        """
    };

    @TempDir private Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    /// Acorn pays 3 × 19.99 and 5,000 yen for two items of one subscription: both count. Its
    /// metered item and its set-up are told apart. Brightwater pays 1,200.00 a year less 25 %
    /// forever, and has it paused though its status says active. Cobalt has left, and left within
    /// its trial with another. Dovetail's trial ends in June. Ember's price is tiered, and one is
    /// of test mode.
    @Test
    void stripe_counts_every_item_in_the_units_of_its_currency() {
        desk.hand(order("stripe"), OF_STRIPE);

        assertThat(
                        desk.rows(
                                """
                                select source_id, monthly_amount, ccy, kind, state, start_date,
                                    end_date
                                from customer.subscription_segment order by 1
                                """))
                .containsExactly(
                        "i1|59.9700|USD|recurring|active|2025-01-01|null",
                        "i2|5000.0000|JPY|recurring|active|2025-02-01|null",
                        "i3|0.0050|USD|metered|active|2025-01-01|null",
                        "i4|500.0000|USD|one_time|active|2025-01-01|null",
                        "i5|19.9900|USD|recurring|active|2025-01-01|2025-04-01",
                        "i6|75.0000|USD|recurring|paused|2025-01-01|null",
                        "i7|19.9900|USD|recurring|active|2025-01-01|2025-03-01",
                        "i8|19.9900|USD|recurring|active|2025-01-15|2025-01-15",
                        "i9|19.9900|USD|recurring|active|2025-06-20|null");
        assertThat(
                        desk.rows(
                                "select subscription_id, type, effective_date from"
                                        + " customer.subscription_event"))
                .containsExactly("s2|cancel_requested|2025-04-02");
        assertThat(desk.rows("select source_id from customer.account where deleted_at is not null"))
                .containsExactly("cobalt");
    }

    /// Invoices, what was paid of them and what was taken back, in the currency's own units.
    @Test
    void stripe_invoices_are_in_the_units_of_their_currency() {
        desk.hand(
                order("stripe"),
                "customer.csv",
                "id,name,currency\nacorn,Acorn,kwd\n",
                "invoice.csv",
                """
                id,customer_id,status,currency,total,amount_remaining,finalized_at,due_date
                in1,acorn,open,kwd,12345,2345,2025-01-01 10:00:00,2025-01-31 10:00:00
                in2,acorn,draft,kwd,1,1,2025-01-01 10:00:00,2025-01-31 10:00:00
                """,
                "charge.csv",
                """
                id,invoice_id,status,amount,currency,created
                ch1,in1,succeeded,10000,kwd,2025-01-15 10:00:00
                ch2,in1,failed,10000,kwd,2025-01-14 10:00:00
                """,
                "credit_note.csv",
                "id,invoice_id,status,total,currency,created\n"
                        + "cn1,in1,issued,500,kwd,2025-02-01 10:00:00\n");

        assertThat(
                        desk.rows(
                                """
                                select i.source_id, total, open_balance, due_on, p.amount as paid,
                                    c.amount as credited
                                from customer.invoice i
                                join customer.invoice_payment p on p.invoice_id = i.id
                                join customer.credit_note c on c.invoice_id = i.id
                                """))
                .containsExactly("in1|12.3450|2.3450|2025-01-31|10.0000|0.5000");
    }

    /// A report says 001D000000IRFma, an export 001D000000IRFmaIAH: one account.
    @Test
    void salesforce_knows_an_account_by_fifteen_and_by_eighteen_characters() {
        desk.hand(order("salesforce", "currency", "EUR", "term_months", "24"), OF_SALESFORCE);

        assertThat(desk.rows("select source_id, name, domain, country from customer.account"))
                .containsExactly("001D000000IRFmaIAH|Acorn|acorn.com|DE");
        assertThat(
                        desk.rows(
                                """
                                select c.name, c.email, c.title, a.name as of
                                from customer.contact c join customer.account a on a.id = account_id
                                """))
                .containsExactly("Bob Baker|bob@acorn.com|Chef|Acorn");
        assertThat(desk.rows("select role, valid_from, csm_id from customer.csm_assignment"))
                .containsExactly("csm|2024-01-05|ann@keepwell.dev");
        assertThat(desk.rows("select arr, ccy, start_date, end_date from customer.contract"))
                .containsExactly("24000.0000|EUR|2025-01-31|2027-01-31");
        assertThat(
                        desk.rows(
                                """
                                select channel, direction, status, duration_min, csm_id
                                from customer.touch order by source_id
                                """))
                .containsExactly(
                        "phone|inbound|done|3|ann@keepwell.dev",
                        "email|outbound|planned|null|ann@keepwell.dev",
                        "meeting|outbound|done|45|null");
        assertThat(desk.rows("select count(*) from customer.touch_contact")).containsExactly("1");
    }

    /// Two pipelines share the id of a stage, and only one of them calls it won. A ticket that was
    /// opened again keeps its closing date, and its stage says that it is open.
    @Test
    void hubspot_asks_the_stage_of_the_pipeline() {
        desk.hand(order("hubspot", "currency", "USD", "term_months", "12"), OF_HUBSPOT);

        assertThat(desk.rows("select source_id, arr, end_date from customer.contract"))
                .containsExactly("d2|9000.0000|2026-01-01");
        assertThat(
                        desk.rows(
                                """
                                select source_id, priority, status, solved_at is null as open,
                                    first_response_at is not null as answered
                                from customer.ticket order by 1
                                """))
                .containsExactly("t1|normal|closed|false|true", "t2|critical|open|true|false");
        assertThat(desk.rows("select channel, status, duration_min from customer.touch"))
                .containsExactly("meeting|no_show|45");
        assertThat(desk.rows("select country, domain from customer.account"))
                .containsExactly("DE|acorn.com");
    }

    /// The first answer is the first public comment of an agent; a ticket without an organization
    /// is that of its requester; a rating that was only offered is no answer.
    @Test
    void zendesk_derives_answers_and_organizations() {
        desk.hand(order("zendesk"), OF_ZENDESK);

        assertThat(
                        desk.rows(
                                """
                                select t.source_id, a.name, t.first_response_at::text as answered,
                                    solved_at::text as solved, closed_at::text as closed, priority,
                                    agent_id, t.deleted_at is not null as gone
                                from customer.ticket t join customer.account a on a.id = account_id
                                order by 1
                                """))
                .containsExactly(
                        "1|Acorn|2025-01-01 11:00:00+00|2025-01-04 10:00:00+00|"
                                + "2025-01-09 10:00:00+00|critical|cy@keepwell.dev|false",
                        "2|Acorn|null|null|null|normal|null|true");
        assertThat(desk.rows("select topic from customer.ticket_topic")).containsExactly("billing");
        assertThat(desk.rows("select score, comment from customer.survey_response"))
                .containsExactly("1|Thanks");
        assertThat(desk.rows("select source_id from customer.contact")).containsExactly("10");
        assertThat(desk.rows("select domain from customer.account")).containsExactly("acorn.com");
    }

    /// Only a poll that Pendo calls a rating of NPS is one.
    @Test
    void pendo_takes_only_ratings_of_nps_for_nps() {
        desk.hand(
                order("pendo"),
                "account_history.csv",
                "id,last_updated_at,agent_name\nacorn,2025-01-01 00:00:00,Acorn\n",
                "poll.csv",
                "id,attribute_type\np1,NPSRating\np2,FreeForm\n",
                "poll_event.csv",
                """
                account_id,poll_id,timestamp,visitor_id,poll_response
                acorn,p1,2025-01-02 10:00:00,ann,9
                acorn,p2,2025-01-02 10:00:00,ann,7
                """);

        assertThat(desk.rows("select score from customer.survey_response")).containsExactly("9");
        assertThat(desk.rows("select type, scale_max from customer.survey"))
                .containsExactly("nps|10");
    }

    private static Order order(String mapping, String... with) {
        var said = new TreeMap<String, String>();
        for (int i = 0; i < with.length; i += 2) {
            said.put(with[i], with[i + 1]);
        }
        return MAPPINGS.named(mapping).order(Order.CANONICAL, Map.copyOf(said));
    }
}
