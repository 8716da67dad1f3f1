package dev.keepwell.sample;

import java.util.List;

/// Somebody who uses the product at an account, with a licence from one day up to another, and the
/// features that are theirs by habit. `rank` says who stops first when things go badly: 0 is the
/// last to stop.
record User(String id, int from, int to, double rank, double zeal, List<String> habits) {

    boolean isLicensed(int ago) {
        return ago <= from && ago > to;
    }
}
