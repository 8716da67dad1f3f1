package dev.keepwell.screen.data;

import dev.keepwell.customer.LooseEnds;
import java.util.List;

/// A record that points to nothing.
public record LooseRow(String source, String sourceId, String reference, Clocked since) {

    static List<LooseRow> of(List<LooseEnds.Loose> loose, Clocked.Place place) {
        return loose.stream()
                .map(it ->
                        new LooseRow(
                                it.source(),
                                it.sourceId(),
                                it.reference(),
                                place.at(it.recordedAt())))
                .toList();
    }
}
