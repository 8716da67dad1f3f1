package dev.keepwell.screen.api;

import dev.keepwell.health.Caution;
import dev.keepwell.health.Difference;
import dev.keepwell.health.Outlook;
import dev.keepwell.health.Prospect;
import dev.keepwell.health.Prospect.Standing;
import dev.keepwell.health.Spread;
import dev.keepwell.health.Transitions;
import dev.keepwell.kernel.Money;
import dev.keepwell.screen.api.Envelope.Amount;
import dev.keepwell.screen.model.Forecast;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a model would change today, as the API tells it.
record ConsequencesAnswer(
        LocalDate day,
        int comparedWithVersion,
        int accounts,
        int total,
        boolean sampled,
        @Nullable String label,
        List<Edit> edits,
        Cell moved,
        List<Cell> transitions,
        List<Mover> movers,
        Spreading scores,
        List<Segment> segments,
        Map<String, Integer> caps,
        Map<String, Outlook.Shift> profiles,
        List<Warning> warnings) {

    /// One difference to the model in force, and how many accounts change colour by it.
    record Edit(String path, String text, long movers) {

        static Edit of(Outlook outlook, int index) {
            Difference it = outlook.differences().get(index);
            return new Edit(it.path(), it.sentence(), outlook.movedBy(index));
        }
    }

    /// How many accounts go from one colour to another; without colours, how many move in all.
    record Cell(@Nullable String from, @Nullable String to, int accounts, Amount mrr) {

        static Cell of(Transitions.Cell it, String currency) {
            return new Cell(
                    it.from().word(), it.to().word(), it.accounts(), money(it.mrr(), currency));
        }

        static Cell inAll(Transitions.Cell it, String currency) {
            return new Cell(null, null, it.accounts(), money(it.mrr(), currency));
        }
    }

    record Stand(String band, @Nullable Double score) {

        static Stand of(Standing it) {
            return new Stand(it.band().word(), it.score());
        }
    }

    /// An account that changes colour, and the edits that do it, as numbers in the list of edits.
    record Mover(
            String account,
            String reference,
            String name,
            @Nullable String segment,
            @Nullable String csm,
            Amount mrr,
            Stand before,
            Stand after,
            List<Integer> edits) {

        static Mover of(Forecast.Mover it, String currency) {
            var mention = it.mention();
            return new Mover(
                    mention.account().value(),
                    mention.reference(),
                    mention.name(),
                    mention.segment(),
                    mention.csm(),
                    money(it.mrr(), currency),
                    Stand.of(it.prospect().before()),
                    Stand.of(it.prospect().after()),
                    numbers(it.prospect().edits()));
        }

        private static List<Integer> numbers(Prospect.@Nullable Edits it) {
            return it == null
                    ? List.of()
                    : IntStream.rangeClosed(it.first(), it.last()).boxed().toList();
        }
    }

    /// The scores of one side; `bins` counts them in steps of five points.
    record Side(
            int scored,
            int grey,
            List<Integer> bins,
            @Nullable Double mean,
            @Nullable Double median) {

        static Side of(Spread.Side it) {
            return new Side(it.scored(), it.grey(), it.bins(), it.mean(), it.median());
        }
    }

    record Spreading(Side before, Side after) {

        static Spreading of(Spread it) {
            return new Spreading(Side.of(it.before()), Side.of(it.after()));
        }
    }

    record Segment(@Nullable String segment, Side before, Side after) {

        static Segment of(String segment, Spread it) {
            return new Segment(
                    segment.isEmpty() ? null : segment, Side.of(it.before()), Side.of(it.after()));
        }
    }

    record Warning(String kind, String place, String text) {

        static Warning of(Caution it) {
            return new Warning(it.kind().word(), it.place(), it.text());
        }
    }

    static ConsequencesAnswer of(Forecast forecast) {
        var outlook = forecast.outlook();
        var range = outlook.range();
        var currency = forecast.currency();
        return new ConsequencesAnswer(
                range.day(),
                range.version(),
                range.judged(),
                range.total(),
                range.isSample(),
                range.isSample() ? range.label() : null,
                IntStream.range(0, outlook.differences().size())
                        .mapToObj(it -> Edit.of(outlook, it))
                        .toList(),
                Cell.inAll(forecast.transitions().moved(), currency),
                forecast.transitions().cells().stream().map(it -> Cell.of(it, currency)).toList(),
                forecast.movers().stream().map(it -> Mover.of(it, currency)).toList(),
                Spreading.of(forecast.spread()),
                forecast.segments().entrySet().stream()
                        .map(it -> Segment.of(it.getKey(), it.getValue()))
                        .toList(),
                outlook.reach().caps(),
                outlook.profiles(),
                outlook.cautions().stream().map(Warning::of).toList());
    }

    private static Amount money(BigDecimal amount, String currency) {
        return new Amount(new Money(amount, currency).printed(), currency);
    }
}
