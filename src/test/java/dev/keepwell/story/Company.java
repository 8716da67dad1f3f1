package dev.keepwell.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;

/// A small company made from a seed: canonical files with every kind of row that a score needs.
final class Company {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 90;
    private static final int ACCOUNTS = 40;

    static final String FROM = START.toString();
    static final String TO = START.plusDays(DAYS - 1).toString();

    private final Random random;

    Company(long seed) {
        random = new Random(seed);
    }

    void write(Path folder) throws IOException {
        var accounts = new StringBuilder("account_id,name,customer_since\n");
        var segments =
                new StringBuilder(
                        "segment_id,subscription_id,account_id,"
                                + "unit_price,ccy,start_date,end_date\n");
        var seats = new StringBuilder("account_id,licence_type,valid_from,seats\n");
        for (int i = 0; i < ACCOUNTS; i++) {
            var start = day(DAYS / 2);
            accounts.append("A%d,Account %d,%s\n".formatted(i, i, start));
            segments.append(
                    "S%d,S%d,A%d,%d,USD,%s,%s\n"
                            .formatted(
                                    i,
                                    i,
                                    i,
                                    100 + random.nextInt(900),
                                    start,
                                    random.nextInt(5) == 0 ? start.plusDays(40) : ""));
            seats.append("A%d,full,%s,%d\n".formatted(i, start, 5 + random.nextInt(50)));
        }
        Files.writeString(folder.resolve("account.csv"), accounts);
        Files.writeString(folder.resolve("subscription_segment.csv"), segments);
        Files.writeString(folder.resolve("seat_entitlement.csv"), seats);
        Files.writeString(folder.resolve("feature.csv"), features());
        Files.writeString(folder.resolve("ticket.csv"), tickets());
        Files.writeString(folder.resolve("usage_event.csv"), usage());
    }

    /// A model that these files can fill.
    static String model() {
        return """
        model: small
        groups:
          - group: usage
            weight: 60
            measures:
              - {metric: usage_frequency, weight: 50, curve: [[0, 0], [20, 100]], says: Used.}
              - {metric: dau_mau_ratio, weight: 50, curve: [[0.02, 0], [0.4, 100]], says: Often.}
          - group: service
            weight: 40
            measures:
              - metric: tickets_per_100_seats
                weight: 100
                curve: [[0, 40], [2, 100], [6, 100], [15, 0]]
                says: They ask.
        """;
    }

    private String features() {
        return "feature_id,name,is_value_feature\nf1,One,true\nf2,Two,true\n";
    }

    private String tickets() {
        var tickets = new StringBuilder("ticket_id,account_id,created_at,priority\n");
        for (int i = 0; i < 400; i++) {
            tickets.append("T%d,%s,%sT09:00:00Z,normal\n".formatted(i, account(), day(DAYS)));
        }
        return tickets.toString();
    }

    private String usage() {
        var usage = new StringBuilder("event_id,account_id,user_id,event_name,occurred_at\n");
        for (int i = 0; i < 20_000; i++) {
            usage.append(
                    "E%d,%s,u%d,opened,%sT%02d:00:00Z\n"
                            .formatted(
                                    random.nextInt(19_900),
                                    account(),
                                    random.nextInt(300),
                                    day(DAYS),
                                    random.nextInt(24)));
        }
        return usage.toString();
    }

    private String account() {
        return "A" + random.nextInt(ACCOUNTS);
    }

    private LocalDate day(int bound) {
        return START.plusDays(random.nextInt(bound));
    }
}
