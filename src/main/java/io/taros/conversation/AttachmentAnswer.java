package io.taros.conversation;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A file on its way to whoever may see it. Shown are pictures alone, which we wrote from their
 * pixels; everything else is stored, and nothing of it runs where we are at home.
 */
public final class AttachmentAnswer {
    private AttachmentAnswer() {}

    public static ResponseEntity<byte[]> of(Attachment.Download download) {
        var attachment = download.attachment();
        var disposition =
                attachment.type().isPicture()
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(attachment.type().mediaType()))
                .contentLength(download.content().length)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(attachment.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(download.content());
    }
}
