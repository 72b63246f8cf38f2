package io.taros.platform.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param host of the IMAP server whose mailbox is read for answers to our mails; none is read while
 *     it is not set
 * @param port 993 as a rule, 143 with {@code starttls}
 * @param username of the mailbox, in which nobody else reads
 * @param password of that user
 * @param folder that is read; mails that were taken are deleted from it
 * @param tls {@code implicit}, {@code starttls} or {@code off}; a server on this machine is also
 *     taken without
 * @param every how often it is looked into
 * @param timeout how long the server may take for each step
 * @param maxSize a larger mail is left where it is
 */
@Validated
@ConfigurationProperties("taros.mail.inbound.imap")
record MailboxSettings(
        @Nullable String host,
        @DefaultValue("993") @Min(1) @Max(65_535) int port,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("INBOX") @NotNull String folder,
        @DefaultValue("implicit") @NotNull Tls tls,
        @DefaultValue("30s") @NotNull Duration every,
        @DefaultValue("20s") @NotNull Duration timeout,
        @DefaultValue("10MB") @NotNull DataSize maxSize) {
    MailboxSettings {
        host = host == null || host.isBlank() ? null : host.strip();
        if (host != null && (username == null || password == null)) {
            throw new IllegalArgumentException(
                    "taros.mail.inbound.imap.host is set, so the mailbox needs taros.mail.inbound.imap.username and .password");
        }
        if (every.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "taros.mail.inbound.imap.every must be a second at least");
        }
    }
}
