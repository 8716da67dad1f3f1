package dev.keepwell.customer;

import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.kernel.WorkspaceId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Our ids of records, derived from the source's: anyone can compute what a reference points to
/// without looking it up, also before the record itself has arrived.
final class Ids {

    private static final String EXTERNAL = "ext:";
    private static final int REMEMBERED_MAX = 50_000;

    private final WorkspaceId workspace;
    private final Map<String, String> prefixes;
    private final Map<String, String> remembered = new LinkedHashMap<>();
    private final Map<String, Map<String, Reference>> named = new HashMap<>();

    Ids(WorkspaceId workspace, Map<String, String> prefixes) {
        this.workspace = workspace;
        this.prefixes = prefixes;
    }

    String of(String table, String sourceSystem, String sourceId) {
        return derive(
                workspace, table, sourceSystem, sourceId, prefixes.getOrDefault(table, table));
    }

    /// The id of what a reference names: `A1` of the same source, or `ext:crm/A1` of another.
    String reference(String table, String sourceSystem, String text) {
        if (remembered.size() > REMEMBERED_MAX) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(
                table + ' ' + text,
                _ -> {
                    var external = Reference.of(text, sourceSystem);
                    var id = of(table, external.sourceSystem(), external.sourceId());
                    named.computeIfAbsent(table, _ -> new HashMap<>()).put(id, external);
                    return id;
                });
    }

    /// What references named since this was last asked, by table and our id.
    Map<String, Map<String, Reference>> named() {
        var since = Map.copyOf(named);
        named.clear();
        return since;
    }

    static AccountId account(WorkspaceId workspace, String sourceSystem, String sourceId) {
        return new AccountId(derive(workspace, "account", sourceSystem, sourceId, "acc"));
    }

    private static String derive(
            WorkspaceId workspace, String table, String source, String sourceId, String prefix) {
        return Fingerprint.of(workspace.value(), table, source, sourceId).id(prefix);
    }

    /// A source and an id in it.
    record Reference(String sourceSystem, String sourceId) {

        static Reference of(String text, String otherwise) {
            if (text.startsWith(EXTERNAL)) {
                int slash = text.indexOf('/');
                if (slash > EXTERNAL.length() && slash < text.length() - 1) {
                    return new Reference(
                            text.substring(EXTERNAL.length(), slash), text.substring(slash + 1));
                }
            }
            return new Reference(otherwise, text);
        }

        /// How a row of this source names it.
        String textIn(String ownSource) {
            return sourceSystem.equals(ownSource) && !sourceId.startsWith(EXTERNAL)
                    ? sourceId
                    : EXTERNAL + sourceSystem + "/" + sourceId;
        }
    }
}
