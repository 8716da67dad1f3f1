package dev.keepwell.screen.api;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import dev.keepwell.kernel.WorkspaceId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Gives everything out again, streaming, so that nobody is held by their own data.
@RestController
class ExportsController {

    private static final List<String> FORMATS = List.of("ndjson", "csv");

    private final Exports exports;

    ExportsController(Exports exports) {
        this.exports = exports;
    }

    @GetMapping("/api/v1/exports/{what}")
    void export(
            WorkspaceId workspace,
            @PathVariable String what,
            @RequestParam(defaultValue = "ndjson") String format,
            @RequestParam(defaultValue = "") String table,
            HttpServletResponse response)
            throws IOException {
        if (!FORMATS.contains(format)) {
            throw Refusal.invalid(
                    "format",
                    "An export is ndjson or csv, but got '%s'.%s"
                            .formatted(format, Suggestion.forWord(format, FORMATS)));
        }
        var isCsv = format.equals("csv");
        var rows = exports.of(workspace, what, table, isCsv);
        response.setContentType(isCsv ? "text/csv; charset=utf-8" : "application/x-ndjson");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"%s.%s\"".formatted(what, format));
        write(rows, isCsv, response);
    }

    /// Not closed when it fails: a stream that is closed looks like one that is complete.
    private static void write(Exports.RowSource rows, boolean isCsv, HttpServletResponse response)
            throws IOException {
        var text = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        var out = new BufferedWriter(text);
        try {
            rows.into(isCsv ? new ExportFormat.Csv(out) : new ExportFormat.Ndjson(out));
            out.flush();
        } catch (IOException | RuntimeException e) {
            if (response.isCommitted()) {
                throw new IllegalStateException("An export broke off.", e);
            }
            response.resetBuffer();
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
            throw e;
        }
    }
}
