package dev.keepwell.sample;

import java.util.List;
import java.util.Locale;

/// A canonical file and the columns that the sample company fills in it.
enum Table {
    ACCOUNT(
            "account_id,name,segment,tier,customer_since,lifecycle_stage,payment_terms_days,"
                    + "currency"),
    ACCOUNT_SEGMENT_HISTORY("account_id,valid_from,valid_to,segment,tier"),
    ACQUISITION_COST("month,channel,cost_type,amount,ccy"),
    ACQUISITION_CREDIT("account_id,channel,credit,won_on"),
    ADVOCACY_EVENT("id,account_id,contact_id,type,occurred_at,polarity"),
    APP_USER("user_id,kind"),
    CONTACT(
            "contact_id,account_id,user_id,name,email,seniority,department,roles,"
                    + "is_exec_sponsor,stance,joined_at,left_at"),
    CONTRACT(
            "contract_id,account_id,start_date,end_date,arr,ccy,auto_renew,notice_days,status,"
                    + "renewed_from_contract_id,signed_on,outcome,decided_on"),
    COURSE("course_id,title,topic,is_onboarding"),
    CSM_ASSIGNMENT("account_id,role,valid_from,valid_to,csm_id"),
    ENROLMENT("user_id,course_id,enrolled_on,window_days"),
    ENTITLEMENT("account_id,feature_id,valid_from,valid_to"),
    FEATURE("feature_id,product_id,name,is_value_feature,weight,min_days_k,released_on"),
    FEATURE_EVENT_MAP("event_name,valid_from,feature_id,is_qualifying"),
    GROSS_MARGIN("segment,valid_from,rate"),
    INVOICE("invoice_id,account_id,issued_on,due_on,total,open_balance,ccy,status,paid_on"),
    INVOICE_PAYMENT("id,invoice_id,amount,paid_on"),
    LEARNING_RECORD(
            "record_id,user_id,account_id,course_id,registration,verb,completed,passed,"
                    + "duration_s,occurred_at"),
    MILESTONE("account_id,type,reached_on,confirmed_by"),
    ONBOARDING("onboarding_id,account_id,started_on,completed_on"),
    OUTCOME_GOAL("goal_id,account_id,scope,name,baseline,target,unit,weight,due_on,is_primary"),
    OUTCOME_MEASUREMENT("id,goal_id,value,benefit_amount,ccy,measured_on,confirmed_by"),
    PRODUCT("product_id,name"),
    PULSE("pulse_id,account_id,author_id,value,reason_codes,note,set_at"),
    QUOTA("csm_id,quarter,renewal_arr,ccy"),
    SEAT_ENTITLEMENT("account_id,licence_type,valid_from,valid_to,seats"),
    SENTIMENT_OBS("id,account_id,source,polarity,weight,model_version,observed_at"),
    SUBSCRIPTION_EVENT("id,subscription_id,type,effective_date"),
    SUBSCRIPTION_SEGMENT(
            "segment_id,subscription_id,account_id,plan,quantity,unit_price,ccy,interval_unit,"
                    + "start_date,end_date,state,reason_start,reason_end"),
    SURVEY("survey_id,type,scale_min,scale_max,direction"),
    SURVEY_RESPONSE(
            "response_id,survey_id,send_id,account_id,contact_id,score,comment,ticket_id,"
                    + "answered_at"),
    SURVEY_SEND("send_id,survey_id,contact_id,sent_at,delivered"),
    TEAM("team_id,name"),
    TEAM_MEMBER("team_id,csm_id,valid_from"),
    TICKET(
            "ticket_id,account_id,requester_contact_id,created_at,first_response_at,solved_at,"
                    + "priority,status,channel,agent_id"),
    TICKET_TOPIC("ticket_id,topic"),
    TOUCH(
            "touch_id,account_id,channel,direction,occurred_at,status,is_automated,duration_min,"
                    + "csm_id"),
    TOUCH_CONTACT("touch_id,contact_id"),
    USAGE_DAILY("account_id,user_id,day,feature_id,event_count,active_minutes"),
    USAGE_TARGET("segment,metric,valid_from,target"),
    USER_ACCOUNT("user_id,account_id,valid_from,valid_to,role,licence_type");

    private final String columns;
    private final int width;

    Table(String columns) {
        this.columns = columns;
        this.width = columns().size();
    }

    List<String> columns() {
        return List.of(columns.split(",", -1));
    }

    int width() {
        return width;
    }

    String file() {
        return name().toLowerCase(Locale.ROOT) + ".csv";
    }
}
