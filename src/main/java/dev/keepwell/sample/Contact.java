package dev.keepwell.sample;

/// Somebody at an account whom we know, from the day we met until the day they left.
record Contact(String id, String seniority, String department, int from, int to, boolean sponsor) {

    static final int STILL_THERE = Integer.MIN_VALUE;

    boolean isThere(int ago) {
        return ago <= from && ago > to;
    }
}
