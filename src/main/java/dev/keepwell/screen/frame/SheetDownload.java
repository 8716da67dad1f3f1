package dev.keepwell.screen.frame;

import dev.keepwell.kernel.SpreadsheetText;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// A table of a page on its way into a spreadsheet, whole.
public record SheetDownload(String name, List<String> header, List<List<@Nullable Object>> rows) {

    /// Without it, spreadsheets take each letter beyond ASCII for two others.
    private static final char BYTE_ORDER_MARK = '\ufeff';

    public void send(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.csv\"".formatted(name));
        var text = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        var out = new BufferedWriter(text);
        out.write(BYTE_ORDER_MARK);
        out.write(line(header));
        for (var row : rows) {
            out.write(line(row));
        }
        out.flush();
    }

    private static String line(List<? extends @Nullable Object> cells) {
        return cells.stream()
                .map(SpreadsheetText::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
