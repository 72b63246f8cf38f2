package io.taros.attachment;

import java.util.List;
import java.util.Locale;

/** What is kept and handed out; other pictures become one of these. */
public enum FileType {
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    PDF("application/pdf", "pdf"),
    /** Of any kind, opened by editors alone: a table would be calculated by whatever opens it. */
    TEXT("text/plain", "txt"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    /** What a browser offers to choose from; what is taken is decided by the content. */
    public static final List<String> OFFERED =
            List.of(
                    "image/jpeg",
                    "image/png",
                    "image/gif",
                    "image/webp",
                    "application/pdf",
                    "text/plain",
                    ".csv",
                    ".log",
                    ".docx",
                    ".xlsx");

    private final String mediaType;
    private final List<String> endings;

    FileType(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    public String mediaType() {
        return mediaType;
    }

    /** Written by us from its pixels, so that a browser may show it. */
    public boolean isPicture() {
        return this == JPEG || this == PNG;
    }

    /** A name that ends as its content is, whatever was claimed. */
    String named(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(ending -> lower.endsWith("." + ending))
                ? name
                : name + "." + endings.getFirst();
    }
}
