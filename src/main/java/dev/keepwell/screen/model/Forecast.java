package dev.keepwell.screen.model;

import dev.keepwell.health.Consequences;
import dev.keepwell.health.Outlook;
import dev.keepwell.health.Prospect;
import dev.keepwell.health.Spread;
import dev.keepwell.health.Transitions;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.screen.portfolio.Gathered;
import dev.keepwell.screen.portfolio.Mention;
import dev.keepwell.screen.portfolio.Portfolio;
import dev.keepwell.workspace.Workspaces;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What a model would change, with the names of those whom it would change for, and their money.
public record Forecast(
        Outlook outlook,
        String currency,
        Transitions transitions,
        List<Mover> movers,
        Spread spread,
        SortedMap<String, Spread> segments) {

    /// Accounts of which nobody knows the segment.
    static final String NO_SEGMENT = "";

    public Forecast {
        movers = List.copyOf(movers);
    }

    /// An account that changes colour.
    public record Mover(Prospect prospect, Mention mention) {

        public BigDecimal mrr() {
            return mention.mrr() == null ? BigDecimal.ZERO : mention.mrr();
        }
    }

    /// Where forecasts come from.
    @Component
    public static final class Source {

        private final Consequences consequences;
        private final Portfolio portfolio;
        private final Workspaces workspaces;

        Source(Consequences consequences, Portfolio portfolio, Workspaces workspaces) {
            this.consequences = consequences;
            this.portfolio = portfolio;
            this.workspaces = workspaces;
        }

        /// What the model of this text would change today.
        public Forecast of(WorkspaceId workspace, String yaml, boolean exact) {
            var outlook = consequences.of(workspace, yaml, exact);
            var accounts = outlook.prospects().stream().map(Prospect::account).toList();
            var mentions = portfolio.mentions(workspace, accounts);
            var currency =
                    portfolio
                            .gathered(workspace)
                            .map(Gathered::currency)
                            .orElseGet(() -> workspaces.conventionsOf(workspace).currency());
            return new Forecast(
                    outlook,
                    currency,
                    Transitions.of(outlook.prospects(), mrr(mentions)),
                    movers(outlook, mentions),
                    Spread.of(outlook.prospects()),
                    segments(outlook, mentions));
        }
    }

    private static Map<AccountId, BigDecimal> mrr(Map<AccountId, Mention> mentions) {
        var mrr = new HashMap<AccountId, BigDecimal>();
        mentions.forEach((account, it) -> {
            if (it.mrr() != null) {
                mrr.put(account, it.mrr());
            }
        });
        return mrr;
    }

    /// Those who pay most come first.
    private static List<Mover> movers(Outlook outlook, Map<AccountId, Mention> mentions) {
        return outlook.movers().stream()
                .map(it -> new Mover(it, mention(it.account(), mentions)))
                .sorted(
                        Comparator.comparing(Mover::mrr)
                                .reversed()
                                .thenComparing(it -> it.mention().name())
                                .thenComparing(it -> it.prospect().account().value()))
                .toList();
    }

    private static SortedMap<String, Spread> segments(
            Outlook outlook, Map<AccountId, Mention> mentions) {
        var bySegment =
                outlook.prospects().stream()
                        .collect(
                                Collectors.groupingBy(
                                        it -> segment(mention(it.account(), mentions))));
        var spreads = new TreeMap<String, Spread>();
        bySegment.forEach((segment, it) -> spreads.put(segment, Spread.of(it)));
        return spreads;
    }

    private static String segment(Mention mention) {
        return mention.segment() == null ? NO_SEGMENT : mention.segment();
    }

    /// The list is gathered after the scores, so for a moment it may not know an account.
    private static Mention mention(AccountId account, Map<AccountId, Mention> mentions) {
        return mentions.getOrDefault(
                account, new Mention(account, account.value(), account.value(), null, null, null));
    }
}
