package dev.keepwell.customer;

import dev.keepwell.source.FileProgress;
import dev.keepwell.source.Rejection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What became of every row of an import, file by file.
record ImportResult(
        List<FileProgress> files, List<String> notes, boolean dryRun, List<Rejection> rejections) {

    String json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("files", files.stream().map(ImportResult::file).toList());
        json.put("notes", notes);
        json.put("dry_run", dryRun);
        json.put("rejections", rejections.stream().map(ImportResult::rejection).toList());
        return JsonMapper.shared().writeValueAsString(json);
    }

    private static Map<String, Object> rejection(Rejection rejection) {
        var json = new LinkedHashMap<String, Object>();
        json.put("file", rejection.file());
        json.put("line", rejection.line());
        json.put("reason", rejection.reason());
        json.put("detail", rejection.detail());
        json.put("original", rejection.original());
        return json;
    }

    private static Map<String, Object> file(FileProgress progress) {
        var counts = progress.counts();
        var json = new LinkedHashMap<String, Object>();
        json.put("file", progress.file());
        json.put("table", progress.table());
        json.put("read", counts.read());
        json.put("created", counts.created());
        json.put("updated", counts.updated());
        json.put("unchanged", counts.unchanged());
        json.put("duplicate", counts.duplicate());
        json.put("rejected", counts.rejected());
        json.put("left_out", counts.leftOut());
        json.put("reasons", counts.reasons());
        return json;
    }
}
