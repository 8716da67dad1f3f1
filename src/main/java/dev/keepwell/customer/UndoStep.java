package dev.keepwell.customer;

/// How far the undo of an import has come in one table.
record UndoStep(String table, String afterId, long removed, long restored, boolean done) {

    UndoStep moved(String lastId, long moreRemoved, long moreRestored) {
        return new UndoStep(table, lastId, removed + moreRemoved, restored + moreRestored, false);
    }

    UndoStep ended() {
        return new UndoStep(table, afterId, removed, restored, true);
    }
}
