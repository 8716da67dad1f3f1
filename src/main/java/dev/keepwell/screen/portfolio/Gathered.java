package dev.keepwell.screen.portfolio;

import java.time.LocalDate;

/// Which gathering the entries of a workspace are of: the day they speak of and their money. The
/// generation is another whenever the entries may be.
public record Gathered(String workspace, LocalDate day, String currency, long generation) {}
