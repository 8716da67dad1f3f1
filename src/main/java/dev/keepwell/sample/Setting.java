package dev.keepwell.sample;

import java.time.LocalDate;
import java.util.List;

/// Writes what stands around all accounts: our own people, the product, the courses, the surveys,
/// and what winning customers costs.
final class Setting {

    static final List<String> CHANNELS = List.of("partners", "search", "events", "referral");

    static final List<String> CSMS =
            List.of(
                    "ada.thorn",
                    "bruno.falk",
                    "carla.mori",
                    "dario.keller",
                    "esther.dahl",
                    "finn.okafor",
                    "greta.salo",
                    "hugo.nagy",
                    "ines.vidal",
                    "jonas.weber",
                    "karin.novak",
                    "leo.marino",
                    "maja.haas",
                    "nadia.khan",
                    "omar.silva",
                    "priya.devi",
                    "ruben.costa",
                    "sofia.larsen");

    static final List<String> COURSES =
            List.of(
                    "First steps",
                    "Planning well",
                    "Reports that are read",
                    "Approvals",
                    "Automations",
                    "Running a portfolio",
                    "For administrators",
                    "Time sheets");

    private static final List<String> TEAMS = List.of("North", "South", "Scaled");
    private static final int PRODUCT_AGE = 2200;
    private static final int MONTHS = 24;
    private static final int QUARTERS = 8;

    private final Scene scene;

    Setting(Scene scene) {
        this.scene = scene;
    }

    static String course(int place) {
        return "course-" + (place + 1);
    }

    void write() {
        people();
        product();
        for (int i = 0; i < COURSES.size(); i++) {
            scene.add(Table.COURSE, course(i), COURSES.get(i), "product", i == 0);
        }
        scene.add(Table.SURVEY, "nps", "nps", 0, 10, "higher_is_better");
        scene.add(Table.SURVEY, "csat", "csat", 1, 5, "higher_is_better");
        scene.add(Table.SURVEY, "ces", "ces", 1, 7, "higher_is_better");
        money();
        scene.add(Table.USAGE_TARGET, null, "dau_mau_ratio", scene.day(PRODUCT_AGE), "0.25");
    }

    private void people() {
        for (int i = 0; i < TEAMS.size(); i++) {
            scene.add(Table.TEAM, "team-" + (i + 1), TEAMS.get(i));
        }
        for (int i = 0; i < CSMS.size(); i++) {
            scene.add(
                    Table.TEAM_MEMBER,
                    "team-" + (i % TEAMS.size() + 1),
                    CSMS.get(i),
                    scene.day(PRODUCT_AGE));
        }
    }

    private void product() {
        scene.add(Table.PRODUCT, "tidewheel", "Tidewheel");
        for (int i = 0; i < Features.ALL; i++) {
            scene.add(
                    Table.FEATURE,
                    Features.id(i),
                    "tidewheel",
                    Features.NAMES.get(i),
                    true,
                    Features.isCore(i) ? Features.CORE_WEIGHT : Features.MORE_WEIGHT,
                    2,
                    scene.day(PRODUCT_AGE - 60 * i));
            scene.add(
                    Table.FEATURE_EVENT_MAP,
                    Features.NAMES.get(i) + " opened",
                    scene.day(PRODUCT_AGE),
                    Features.id(i),
                    true);
        }
        scene.add(Table.FEATURE, "settings", "tidewheel", "Settings", false, 1, 2, null);
    }

    private void money() {
        var month = scene.day(0).withDayOfMonth(1).minusMonths(MONTHS);
        for (int i = 0; i < MONTHS; i++) {
            for (int channel = 0; channel < CHANNELS.size(); channel++) {
                scene.add(
                        Table.ACQUISITION_COST,
                        month.plusMonths(i),
                        CHANNELS.get(channel),
                        "media",
                        2_000 + 700 * channel + 45 * i,
                        Revenue.CURRENCY);
            }
        }
        for (var segment : Segment.values()) {
            scene.add(Table.GROSS_MARGIN, segment.word(), scene.day(PRODUCT_AGE), "0.78");
        }
        for (int i = 0; i < QUARTERS; i++) {
            quotas(scene.day(0).minusMonths(3L * i));
        }
    }

    private void quotas(LocalDate day) {
        var quarter = "%d-Q%d".formatted(day.getYear(), (day.getMonthValue() + 2) / 3);
        for (var csm : CSMS) {
            scene.add(Table.QUOTA, csm, quarter, 60_000, Revenue.CURRENCY);
        }
    }
}
