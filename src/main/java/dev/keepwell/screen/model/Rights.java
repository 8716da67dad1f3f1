package dev.keepwell.screen.model;

/// What whoever looks at a model may do with it, and what they are called.
public record Rights(boolean mayChange, String name) {

    /// Said beside everything that is closed to them.
    public String reason() {
        return mayChange ? "" : "Changing models needs the right models:write.";
    }
}
