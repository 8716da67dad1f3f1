package dev.keepwell.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.source.FileProgress;
import dev.keepwell.source.Import.Order;
import dev.keepwell.source.ReadyMappings;
import dev.keepwell.story.SharedData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each ready mapping on the export that it is for, with the numbers counted by hand in the files.
///
/// The exports hold a few rows of each table, drawn apart: hardly a contact's account is among the
/// accounts. So most of what depends on an account is set aside, which is what should become of it.
class ReadyExportsTest {

    private static final ReadyMappings MAPPINGS = ReadyMappings.packaged();

    @TempDir private Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    /// Of ten accounts three are versions that history mode left behind. Four contacts: one has no
    /// account, the accounts of three are not in the file. Ten opportunities: five are won, and one
    /// of them has an amount, for an account that is not in the file. No task is a call or a mail.
    @Test
    void salesforce() {
        var result = imported("salesforce", Map.of("term_months", "12", "currency", "USD"));

        assertThat(result.files().stream().map(ReadyExportsTest::told))
                .containsExactlyInAnyOrder(
                        "sf_account_data account 7 created, 3 left out",
                        "sf_account_history_data csm_assignment 1 created, 9 left out",
                        "sf_contact_data contact 1 left out, {unknown_account=3}",
                        "sf_opportunity_data contract 9 left out, {unknown_account=1}",
                        "sf_product_2_data product 2 created",
                        "sf_task_data touch 10 left out",
                        "sf_event_data touch {unknown_account=10}",
                        "sf_event_data touch_contact {unknown_touch=10}");
        assertThat(result.notes())
                .contains(
                        "sf_order_data.csv was left out: an order is what was sold within an"
                                + " opportunity, which is the contract here; counted as well it"
                                + " would count twice")
                .noneMatch(it -> it.contains("not know"));
        assertThat(
                        desk.rows(
                                """
                                select count(*), count(deleted_at) as deleted, min(name)
                                from customer.account where superseded_at is null
                                """))
                .containsExactly("7|6|Balto Dog");
    }

    /// No opportunity says how long it runs.
    @Test
    void salesforce_without_a_term_has_no_contracts_and_says_so() {
        var result = imported("salesforce", Map.of());

        assertThat(result.files()).noneMatch(it -> it.table().equals("contract"));
        assertThat(result.notes())
                .contains(
                        "sf_opportunity_data.csv does not fill contract: its end_date needs the"
                                + " parameter term_months, which nobody has said.");
    }

    /// Deals have no stage, and the tickets' companies are those of tickets 1 to 9: none of the 25.
    /// The only engagement with a company is a task.
    @Test
    void hubspot() {
        var result = imported("hubspot", Map.of("term_months", "12", "currency", "USD"));

        assertThat(result.files().stream().map(ReadyExportsTest::told))
                .containsExactlyInAnyOrder(
                        "company_data account 24 created",
                        "deal_data contract 44 left out",
                        "ticket_data ticket 25 left out",
                        "ticket_data ticket_topic 25 left out",
                        "engagement_meeting_data touch 100 left out",
                        "engagement_call_data touch 1 left out",
                        "engagement_email_data touch 1 left out",
                        "engagement_contact_data touch_contact 1 left out");
        assertThat(result.notes())
                .contains(
                        "contact_data.csv does not fill contact: its account_id would come from"
                                + " property_associatedcompanyid or first_company, which is not"
                                + " there.")
                .noneMatch(it -> it.contains("not know"));
        assertThat(
                        desk.rows(
                                """
                                select country, count(*) from customer.account
                                where superseded_at is null group by 1 order by 1
                                """))
                .containsExactly("GB|2", "US|22");
    }

    /// One of ten users is an agent; no organization of the other nine, nor of any ticket, is among
    /// the ten. So no ticket counts, and no mark on one.
    @Test
    void zendesk() {
        var result = imported("zendesk", Map.of());

        assertThat(result.files().stream().map(ReadyExportsTest::told))
                .containsExactlyInAnyOrder(
                        "zendesk survey 1 created",
                        "organization_data account 10 created",
                        "user_data contact 1 left out, {unknown_account=9}",
                        "ticket_data ticket {unknown_account=10}",
                        "ticket_tag_data ticket_topic {unknown_ticket=10}");
        assertThat(result.notes()).noneMatch(it -> it.contains("not know"));
    }

    /// There is no subscription_item, so there is no MRR, and the table called invoice holds items
    /// of invoices, so there are no invoices; one credit note is of test mode, and no charge
    /// succeeded. The two subscriptions are cancelled at the end of their period.
    @Test
    void stripe() {
        var result = imported("stripe", Map.of());

        assertThat(result.files().stream().map(ReadyExportsTest::told))
                .containsExactlyInAnyOrder(
                        "customer_data account 12 created",
                        "subscription_data subscription_event 2 created",
                        "product_data product 10 created",
                        "credit_note_data credit_note 1 left out, {unknown_invoice=1}",
                        "charge_data invoice_payment 16 left out");
        assertThat(result.notes())
                .contains(
                        "invoice_data.csv does not fill invoice: its total would come from total,"
                                + " which is not there.",
                        "subscription_item_data.csv is not here: no item of a subscription is"
                                + " known, and so no price, no stretch and no MRR.")
                .noneMatch(it -> it.contains("not know"));
        assertThat(
                        desk.rows(
                                """
                                select count(*), count(deleted_at) as deleted from customer.account
                                where superseded_at is null
                                """))
                .containsExactly("12|1");
    }

    /// Five features, one with two versions; three polls of NPS, and three answers to another poll.
    /// The accounts of the usage are kept as sent; that of the visitor is not in the file.
    @Test
    void pendo() {
        var result = imported("pendo", Map.of());

        assertThat(result.files().stream().map(ReadyExportsTest::told))
                .containsExactlyInAnyOrder(
                        "account_history account 5 created",
                        "visitor_account_history app_user 1 created, 2 duplicate",
                        "visitor_account_history user_account {unknown_account=3}",
                        "feature_history feature 4 created, 1 updated",
                        "feature_history feature_event_map 4 created, 1 duplicate",
                        "poll survey 3 created",
                        "poll_event survey_response 3 left out",
                        "feature_event usage_event 5 created",
                        "event usage_event 5 created");
        assertThat(result.notes())
                .contains("page_event.csv does not fill usage_event, because event.csv does.")
                .noneMatch(it -> it.contains("not know"));
    }

    /// 7,043 customers, of whom 1,869 have left by the day of the file: 5,174 pay 316,985.75 a
    /// month. All 7,043 rows are 456,116.60; the eleven of tenure 0, which begin on the day itself,
    /// are 455.60 of it, so that the day before the other 7,032 pay 455,661.00.
    @Test
    void telco() {
        var result = imported("telco", Map.of());

        assertThat(result.files().stream().map(ReadyExportsTest::told))
                .containsExactlyInAnyOrder(
                        "Telco-Customer-Churn account 7043 created",
                        "Telco-Customer-Churn subscription_segment 7043 created");
        assertThat(result.notes())
                .singleElement()
                .asString()
                .startsWith("wa_churn.csv was left out: its rows have no id");
        assertThat(desk.rows(MRR.formatted("2026-06-30"))).containsExactly("316985.7500|5174");
        assertThat(desk.rows(MRR.formatted("2026-06-29"))).containsExactly("455661.0000|7032");
        assertThat(
                        desk.rows(
                                """
                                select segment, count(*) from customer.account
                                where superseded_at is null group by 1 order by 1
                                """))
                .containsExactly("Month-to-month|3875", "One year|1473", "Two year|1695");
    }

    private static final String MRR =
            """
            select sum(monthly_amount), count(distinct account_id)
            from customer.subscription_segment
            where superseded_at is null and start_date <= date '%1$s'
              and (end_date is null or end_date > date '%1$s')
            """;

    private ImportResult imported(String name, Map<String, String> with) {
        var own = name.equals("telco") ? name : "exports/" + name;
        var order = MAPPINGS.named(name).order(Order.CANONICAL, with);
        return desk.handFolder(order, SharedData.folder(own));
    }

    private static String told(FileProgress file) {
        var counts = file.counts();
        var told = new StringBuilder(file.file().replaceFirst("\\.[a-z]+$", ""));
        told.append(' ').append(file.table());
        var parts = new ArrayList<String>();
        add(parts, counts.created(), "created");
        add(parts, counts.updated(), "updated");
        add(parts, counts.unchanged(), "unchanged");
        add(parts, counts.duplicate(), "duplicate");
        add(parts, counts.leftOut(), "left out");
        if (!counts.reasons().isEmpty()) {
            parts.add(counts.reasons().toString());
        }
        return told.append(' ').append(String.join(", ", parts)).toString();
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }
}
