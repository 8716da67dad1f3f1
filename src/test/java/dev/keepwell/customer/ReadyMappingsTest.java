package dev.keepwell.customer;

import dev.keepwell.source.Import.Order;
import dev.keepwell.source.ReadyMappings;
import dev.keepwell.story.SharedData;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadyMappingsTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"salesforce", "hubspot", "zendesk", "stripe", "pendo", "telco", "ravenstack"})
    void explore(String name) {
        var desk = new Desk(folder);
        var ready = ReadyMappings.packaged().named(name);
        var data = SharedData.folder(name.equals("telco") || name.equals("ravenstack") ? name : "exports/" + name);
        var result = desk.handFolder(ready.order(Order.CANONICAL, Map.of()), data);
        System.out.println("=== " + name);
        result.files().forEach(it -> System.out.println("  " + it.file() + " " + it.table() + " " + it.counts()));
        result.notes().forEach(it -> System.out.println("  - " + it));
        desk.rows("select file, table_name, reason, detail, count(*) from source.rejection where workspace_id = current_setting('app.workspace') group by 1,2,3,4 order by 1,2,3").stream().limit(40).forEach(it -> System.out.println("  ! " + it));
    }
}
