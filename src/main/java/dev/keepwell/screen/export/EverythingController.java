package dev.keepwell.screen.export;

import dev.keepwell.kernel.WorkspaceId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Gives all records out in one archive.
@RestController
class EverythingController {

    private final Everything everything;

    EverythingController(Everything everything) {
        this.everything = everything;
    }

    /// Not closed when it fails: an archive that is closed looks like one that is complete.
    @GetMapping("/api/v1/exports/everything")
    void everything(
            WorkspaceId workspace,
            @RequestParam(defaultValue = "csv") String format,
            HttpServletResponse response)
            throws IOException {
        var chosen = SheetFormat.named(format);
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"everything.zip\"");
        var out = new BufferedOutputStream(response.getOutputStream());
        try {
            everything.write(workspace, chosen, out);
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
