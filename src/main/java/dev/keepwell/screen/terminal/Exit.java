package dev.keepwell.screen.terminal;

/// How a command ended, as scripts see it.
final class Exit {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int CONFIGURATION = 3;
    static final int UNREACHABLE = 4;

    /// The command did its work, and some rows could not be used.
    static final int PARTLY = 5;

    private Exit() {}
}
