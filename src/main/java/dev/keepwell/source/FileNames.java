package dev.keepwell.source;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds the file that a mapping means among those that somebody has.
///
/// Pipelines add their own letters to a table's name: `sf_account_data.csv`, `account.csv` and
/// `Account.csv` are the accounts of Salesforce.
final class FileNames {

    private FileNames() {}

    static Optional<String> find(String meant, Collection<String> names, boolean lenient) {
        if (names.contains(meant)) {
            return Optional.of(meant);
        }
        return lenient
                ? names.stream().filter(it -> bare(it).equals(bare(meant))).findFirst()
                : Optional.empty();
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceFirst("\\.[a-z0-9]+$", "")
                .replaceFirst("^sf_", "")
                .replaceFirst("_data$", "")
                .replaceAll("[^a-z0-9]", "");
    }
}
