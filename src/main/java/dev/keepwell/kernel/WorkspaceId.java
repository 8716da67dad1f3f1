package dev.keepwell.kernel;

import java.util.regex.Pattern;

/// Names one workspace: one company that uses Keepwell, kept apart from every other.
public record WorkspaceId(String value) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

    /// The workspace of an installation that never asked for a second one.
    public static final WorkspaceId DEFAULT = new WorkspaceId("default");

    public WorkspaceId {
        if (!SLUG.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A workspace is named by 1 to 40 of a-z, 0-9 and '-', but got '%s'."
                            .formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
