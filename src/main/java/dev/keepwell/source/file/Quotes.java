package dev.keepwell.source.file;

/// Whether a quoted field is open after the text passed so far, and how many fields there were. A
/// quote counts only where a field begins, as in `5" pipe,…` it does not.
final class Quotes {

    private final char delimiter;
    private boolean open;
    private int fields = 1;

    Quotes(char delimiter) {
        this.delimiter = delimiter;
    }

    boolean isOpen() {
        return open;
    }

    int fields() {
        return fields;
    }

    void pass(String line) {
        boolean fieldStarts = !open;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && (open || fieldStarts)) {
                open = !open;
                // A doubled quote inside a field closes it and opens it again at once.
                fieldStarts = !open;
            } else {
                fieldStarts = !open && c == delimiter;
                fields += fieldStarts ? 1 : 0;
            }
        }
    }
}
