package dev.keepwell.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What was written, counted while it was written and by nobody else: the answers that the
/// product's metrics have to find.
final class Tally {

    private static final int MONTH = 30;
    private static final int WEEK = 7;
    private static final int QUARTER = 90;

    /// Recurring revenue changes on a day, by so many cents.
    record Move(int ago, String kind, long cents) {}

    /// Recurring revenue of an account from one day up to another.
    private record Paying(String account, int from, int to, long cents) {}

    private record Answer(int ago, double score) {}

    /// The use of one account in the last days.
    private static final class Use {
        private final Set<String> today = new HashSet<>();
        private final Set<String> week = new HashSet<>();
        private final Set<String> month = new HashSet<>();
        private final Set<String> features = new HashSet<>();
        private final Set<String> userDays = new HashSet<>();
    }

    private final List<Paying> paying = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();
    private final Map<String, Use> use = new TreeMap<>();
    private final Map<String, Integer> lastTouch = new HashMap<>();
    private final Map<String, Integer> touches = new HashMap<>();
    private final Map<String, Integer> tickets = new TreeMap<>();
    private final Map<String, Answer> nps = new HashMap<>();
    private final Map<String, Answer> csat = new HashMap<>();
    private final Map<String, Answer> pulses = new HashMap<>();
    private final Map<String, Integer> daysLate = new HashMap<>();
    private int accounts;

    void account() {
        accounts++;
    }

    void pays(String account, int from, int to, long cents) {
        paying.add(new Paying(account, from, to, cents));
    }

    void moves(Move move) {
        moves.add(move);
    }

    void uses(String account, String user, int ago, String feature) {
        if (ago >= MONTH) {
            return;
        }
        var it = use.computeIfAbsent(account, _ -> new Use());
        it.month.add(user);
        it.userDays.add(user + " " + ago);
        it.features.add(feature);
        if (ago < WEEK) {
            it.week.add(user);
        }
        if (ago == 0) {
            it.today.add(user);
        }
    }

    void touches(String account, int ago) {
        lastTouch.merge(account, ago, Math::min);
        if (ago < MONTH) {
            touches.merge(account, 1, Integer::sum);
        }
    }

    void asksForHelp(String account, int ago) {
        if (ago < QUARTER) {
            tickets.merge(account, 1, Integer::sum);
        }
    }

    void recommends(String contact, int ago, int score) {
        if (ago < QUARTER) {
            nps.merge(contact, new Answer(ago, score), Tally::later);
        }
    }

    void rates(String ticket, int ago, int score) {
        if (ago < QUARTER) {
            csat.merge(ticket, new Answer(ago, score), Tally::later);
        }
    }

    void pulse(String account, int ago, int points) {
        pulses.merge(account, new Answer(ago, points), Tally::later);
    }

    void owes(String account, int days) {
        daysLate.merge(account, days, Math::max);
    }

    private static Answer later(Answer one, Answer other) {
        return other.ago <= one.ago ? other : one;
    }

    int accounts() {
        return accounts;
    }

    long payingAccounts(int ago) {
        return paying.stream()
                .filter(it -> ago <= it.from && ago > it.to)
                .map(Paying::account)
                .distinct()
                .count();
    }

    long mrr(int ago) {
        return paying.stream()
                .filter(it -> ago <= it.from && ago > it.to)
                .mapToLong(Paying::cents)
                .sum();
    }

    long mrr(String account, int ago) {
        return paying.stream()
                .filter(it -> it.account.equals(account) && ago <= it.from && ago > it.to)
                .mapToLong(Paying::cents)
                .sum();
    }

    /// From the day `from` ago up to and including the day `to` ago.
    long moved(String kind, int from, int to) {
        return moves.stream()
                .filter(it -> it.kind.equals(kind) && it.ago <= from && it.ago >= to)
                .mapToLong(Move::cents)
                .sum();
    }

    int dau(String account) {
        return used(account).today.size();
    }

    int wau(String account) {
        return used(account).week.size();
    }

    int mau(String account) {
        return used(account).month.size();
    }

    int userDays(String account) {
        return used(account).userDays.size();
    }

    int features(String account) {
        return used(account).features.size();
    }

    private Use used(String account) {
        return use.getOrDefault(account, new Use());
    }

    /// People of all accounts in the last 30 days; who works for two is one.
    int people() {
        var people = new HashSet<String>();
        use.values().forEach(it -> people.addAll(it.month));
        return people.size();
    }

    int peopleToday() {
        var people = new HashSet<String>();
        use.values().forEach(it -> people.addAll(it.today));
        return people.size();
    }

    int daysSinceTouch(String account) {
        return lastTouch.getOrDefault(account, -1);
    }

    int touchesInMonth(String account) {
        return touches.getOrDefault(account, 0);
    }

    int tickets() {
        return tickets.values().stream().mapToInt(it -> it).sum();
    }

    int tickets(String account) {
        return tickets.getOrDefault(account, 0);
    }

    int pulse(String account) {
        var pulse = pulses.get(account);
        return pulse == null ? -1 : (int) pulse.score;
    }

    int daysLate(String account) {
        return daysLate.getOrDefault(account, 0);
    }

    long promoters() {
        return nps.values().stream().filter(it -> it.score >= 9).count();
    }

    long detractors() {
        return nps.values().stream().filter(it -> it.score <= 6).count();
    }

    int recommendations() {
        return nps.size();
    }

    long satisfied() {
        return csat.values().stream().filter(it -> it.score >= 4).count();
    }

    int ratings() {
        return csat.size();
    }

    Set<String> usingAccounts() {
        return use.keySet();
    }
}
