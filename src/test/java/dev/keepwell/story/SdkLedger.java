package dev.keepwell.story;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What one SDK says became of each event it was given, by message id: `delivered`, `failed`, or
/// `untold`.
record SdkLedger(Sdk sdk, Map<String, String> told) {

    static SdkLedger read(Sdk sdk, Path out) throws IOException {
        var told = new TreeMap<String, String>();
        for (var line : Files.readAllLines(out)) {
            var words = line.split(" ", 2);
            told.put(words[1], words[0]);
        }
        return new SdkLedger(sdk, told);
    }

    /// How many of its events are there, whatever it says.
    long here(Set<String> stored) {
        return told.keySet().stream().filter(stored::contains).count();
    }

    /// What has to be there and is not: an event that failed may be missing.
    Set<String> missing(Set<String> stored) {
        return told.keySet().stream()
                .filter(it -> !stored.contains(it) && !told.get(it).equals("failed"))
                .collect(toSet());
    }

    String line(Set<String> stored, FaultyProxy.Tally tally) {
        return "%-16s %d given, %d delivered, %d failed, %d untold, %d stored; %s"
                .formatted(
                        sdk,
                        told.size(),
                        having("delivered").size(),
                        having("failed").size(),
                        having("untold").size(),
                        here(stored),
                        tally);
    }

    private Set<String> having(String state) {
        return told.keySet().stream().filter(it -> told.get(it).equals(state)).collect(toSet());
    }
}
