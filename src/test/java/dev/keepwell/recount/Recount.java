package dev.keepwell.recount;

import dev.keepwell.metric.Grain;
import dev.keepwell.recount.Books.Account;
import dev.keepwell.recount.Books.Belonging;
import dev.keepwell.recount.Books.Contract;
import dev.keepwell.recount.Books.Invoice;
import dev.keepwell.recount.Books.Payment;
import dev.keepwell.recount.Books.Price;
import dev.keepwell.workspace.Conventions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The second computation: the same numbers from the same rows, written from the definitions, by
/// walking from day to day and from account to account. Slow and plain on purpose.
final class Recount {

    private final Revenue revenue;
    private final Usage usage;
    private final Renewals renewals;
    private final Map<Grain, Map<String, Group>> groups = new EnumMap<>(Grain.class);

    Recount(Books books, Conventions conventions, LocalDate first, LocalDate last) {
        var names = books.accounts.stream().map(Account::id).toList();
        var each = new TreeMap<String, Group>();
        names.forEach(it -> each.put(it, Group.always(List.of(it))));
        groups.put(Grain.ACCOUNT, each);
        groups.put(Grain.SEGMENT, Group.of(segments(books)));
        groups.put(Grain.CSM, Group.of(books.managers));
        groups.put(Grain.COMPANY, Map.of("company", Group.always(names)));
        var logos =
                books.accounts.stream()
                        .filter(Account::isLogo)
                        .map(Account::id)
                        .collect(Collectors.toSet());
        var rates = new Rates(conventions.currency(), books.rates);
        var diaries = diaries(books, first, last);
        revenue = new Revenue(diaries, rates, logos);
        usage = new Usage(books, conventions.zone(), diaries);
        renewals = new Renewals(books.contracts, rates);
    }

    /// Where a history is kept it decides; elsewhere the present segment stands for all time.
    private static List<Belonging> segments(Books books) {
        var told = books.segments.stream().map(Belonging::account).collect(Collectors.toSet());
        var segments = new ArrayList<>(books.segments);
        for (var account : books.accounts) {
            var segment = account.segment();
            if (segment != null && !told.contains(account.id())) {
                segments.add(new Belonging(account.id(), segment, LocalDate.MIN, null));
            }
        }
        return segments;
    }

    private static Map<String, Diary> diaries(Books books, LocalDate first, LocalDate last) {
        var prices = books.prices.stream().collect(Collectors.groupingBy(Price::account));
        var contracts = books.contracts.stream().collect(Collectors.groupingBy(Contract::account));
        var invoices = books.invoices.stream().collect(Collectors.groupingBy(Invoice::account));
        var payments =
                Stream.concat(books.payments.stream(), books.credits.stream())
                        .collect(Collectors.groupingBy(Payment::invoice));
        var diaries = new HashMap<String, Diary>();
        for (var account : books.accounts) {
            var bills = invoices.getOrDefault(account.id(), List.of());
            var paid =
                    bills.stream()
                            .flatMap(it -> payments.getOrDefault(it.id(), List.of()).stream())
                            .toList();
            var known =
                    new Diary.Account(
                            prices.getOrDefault(account.id(), List.of()),
                            new Dunning(bills, paid),
                            contracts.getOrDefault(account.id(), List.of()));
            diaries.put(account.id(), new Diary(known, first, last));
        }
        return diaries;
    }

    Revenue revenue() {
        return revenue;
    }

    Renewals renewals() {
        return renewals;
    }

    Usage usage() {
        return usage;
    }

    Map<String, Group> groups(Grain grain) {
        return groups.getOrDefault(grain, Map.of());
    }
}
