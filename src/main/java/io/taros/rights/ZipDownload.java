package io.taros.rights;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/** What goes before an archive that is written as it is read. */
final class ZipDownload {
    private ZipDownload() {}

    static void begin(HttpServletResponse response, String file) {
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
