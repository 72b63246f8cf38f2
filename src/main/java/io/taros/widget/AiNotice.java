package io.taros.widget;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a bot says it is before its first answer (AI Act, Article 50).
 *
 * @param language absent where the owner wrote it
 */
record AiNotice(@Nullable String language, String wording) {
    private static final int DIGITS = 12;

    /** Why a bot does not say it. */
    record Off(String reason, Instant since) {}

    /**
     * In how many conversations a wording was read.
     *
     * @param version of the wording; {@code off} or {@code none} where none was read
     */
    record Shown(
            String version,
            @Nullable String language,
            @Nullable String wording,
            LocalDate first,
            LocalDate last,
            long conversations) {}

    /** The same for the same words, wherever they are shown. */
    String version() {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(wording.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
