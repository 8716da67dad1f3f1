package dev.keepwell.screen.wizard;

/// How far the import has come.
public record RunPage(String state, int percent, String words, boolean isOver, String failure) {}
