package io.taros.conversation;

import io.taros.attachment.FileType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that goes with a message.
 *
 * @param name as it is shown, its ending true
 * @param size of what is handed out, in bytes
 * @param width in pixels; absent of what is no picture
 */
public record Attachment(
        Attachment.Id id,
        String name,
        FileType type,
        long size,
        @Nullable Integer width,
        @Nullable Integer height) {

    public record Id(UUID value) implements io.taros.platform.sql.Id {}

    /** With what is in it. */
    public record Download(Attachment attachment, byte[] content) {}
}
