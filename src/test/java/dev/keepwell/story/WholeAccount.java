package dev.keepwell.story;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The records of one account in May 2025, as many as it takes to know everything about it, and as
/// few as can be followed with a pencil.
final class WholeAccount {

    private WholeAccount() {}

    static Map<String, String> files() {
        var files = new TreeMap<String, String>();
        seats(files);
        usage(files);
        voice(files);
        relationship(files);
        results(files);
        return files;
    }

    /// A hundred a month, and four licensed people on five seats.
    private static void seats(Map<String, String> files) {
        files.put("account.csv", "account_id,name,customer_since\nacorn,Acorn Bakery,2024-01-01\n");
        files.put(
                "subscription_segment.csv",
                """
                segment_id,subscription_id,account_id,unit_price,ccy,start_date
                s1,s1,acorn,100,USD,2024-01-01
                """);
        files.put(
                "seat_entitlement.csv",
                "account_id,licence_type,valid_from,seats\nacorn,full,2024-01-01,5\n");
        files.put("app_user.csv", "user_id\nann\nbob\ncy\ndi\n");
        files.put(
                "user_account.csv",
                """
                user_id,account_id,valid_from,licence_type
                ann,acorn,2024-01-01,full
                bob,acorn,2024-01-01,full
                cy,acorn,2024-01-01,full
                di,acorn,2024-01-01,full
                """);
    }

    /// Three people on four user-days, one of two features, and one of four people for good.
    private static void usage(Map<String, String> files) {
        files.put(
                "feature.csv",
                """
                feature_id,name,is_value_feature,weight,released_on
                plan,Planning,true,3,2024-01-01
                share,Sharing,true,1,2024-01-01
                """);
        files.put(
                "feature_event_map.csv",
                "event_name,valid_from,feature_id\nplanned,2024-01-01,plan\n");
        files.put(
                "usage_event.csv",
                """
                event_id,account_id,user_id,event_name,occurred_at
                e1,acorn,ann,planned,2025-05-30T09:00:00Z
                e2,acorn,ann,planned,2025-05-31T09:00:00Z
                e3,acorn,bob,planned,2025-05-31T09:00:00Z
                e4,acorn,cy,opened,2025-05-10T09:00:00Z
                """);
    }

    /// Three promoters and one detractor of five, eight satisfied of ten, three content texts.
    private static void voice(Map<String, String> files) {
        files.put(
                "pulse.csv",
                "pulse_id,account_id,value,set_at\np1,acorn,green,2025-04-16T09:00:00Z\n");
        files.put("survey.csv", "survey_id,type,scale_min,scale_max\nn,nps,0,10\nc,csat,1,5\n");
        var scores = new int[] {10, 9, 9, 8, 3, 5, 5, 5, 5, 4, 4, 4, 4, 3, 1};
        files.put(
                "survey_response.csv",
                IntStream.range(0, scores.length)
                        .mapToObj(i ->
                                "r%d,%s,acorn,%d,2025-05-01T09:00:00Z\n"
                                        .formatted(i, i < 5 ? "n" : "c", scores[i]))
                        .collect(
                                Collectors.joining(
                                        "",
                                        "response_id,survey_id,account_id,score,answered_at\n",
                                        "")));
        files.put(
                "sentiment_obs.csv",
                """
                id,account_id,source,polarity,observed_at
                o1,acorn,ticket,0.5,2025-05-31T09:00:00Z
                o2,acorn,email,0.5,2025-05-01T09:00:00Z
                o3,acorn,call,0.5,2025-04-01T09:00:00Z
                """);
    }

    /// Two touches in May, the last 22 days ago; a sponsor met 27 days ago who kept three meetings
    /// of five; two levels of four in two departments of four.
    private static void relationship(Map<String, String> files) {
        files.put(
                "contact.csv",
                """
                contact_id,account_id,seniority,department,roles,stance
                eve,acorn,c_level,Finance,exec_sponsor,supporter
                fay,acorn,vp,IT,,
                gus,acorn,user,Sales,,
                """);
        files.put(
                "touch.csv",
                """
                touch_id,account_id,channel,direction,occurred_at,status
                t1,acorn,meeting,outbound,2025-05-04T09:00:00Z,done
                t2,acorn,meeting,outbound,2025-04-04T09:00:00Z,done
                t3,acorn,meeting,outbound,2025-03-04T09:00:00Z,done
                t4,acorn,meeting,outbound,2025-02-04T09:00:00Z,no_show
                t5,acorn,meeting,outbound,2025-01-04T09:00:00Z,cancelled
                t6,acorn,email,inbound,2025-04-20T09:00:00Z,done
                t7,acorn,email,outbound,2025-05-09T09:00:00Z,done
                """);
        files.put(
                "touch_contact.csv",
                "touch_id,contact_id\nt1,eve\nt2,eve\nt3,eve\nt4,eve\nt5,eve\nt6,fay\nt7,gus\n");
    }

    /// Half of one goal and all of another, 2.5 times the cost, and nine points for our name.
    private static void results(Map<String, String> files) {
        files.put(
                "outcome_goal.csv",
                """
                goal_id,account_id,name,baseline,target,weight
                hours,acorn,Hours,72,24,0.6
                stores,acorn,Stores,0,10,0.4
                """);
        files.put(
                "outcome_measurement.csv",
                """
                id,goal_id,value,benefit_amount,ccy,measured_on,confirmed_by
                m1,hours,48,3000,USD,2025-05-01,customer
                m2,stores,12,,,2025-05-01,customer
                """);
        files.put(
                "advocacy_event.csv",
                """
                id,account_id,type,occurred_at
                a1,acorn,reference_call,2025-01-01T09:00:00Z
                a2,acorn,public_review,2025-02-01T09:00:00Z
                a3,acorn,referral,2025-03-01T09:00:00Z
                """);
    }
}
