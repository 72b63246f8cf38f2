package io.taros.platform.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param host of the SMTP server that takes our mail; none is sent while it is not set
 * @param port 587 as a rule, 465 with {@code implicit}
 * @param username where the server asks for one
 * @param password of that user
 * @param from the address mail is sent from, such as {@code Taros <taros@acme.example>}; needed
 *     with {@code taros.mail.host}
 * @param tls {@code starttls}, {@code implicit} or {@code off}; a server on this machine is also
 *     taken without
 * @param timeout how long the server may take for each step
 */
@Validated
@ConfigurationProperties("taros.mail")
record MailSettings(
        @Nullable String host,
        @DefaultValue("587") @Min(1) @Max(65_535) int port,
        @Nullable String username,
        @Nullable String password,
        @Nullable String from,
        @DefaultValue("starttls") @NotNull Tls tls,
        @DefaultValue("10s") @NotNull Duration timeout) {

    MailSettings {
        host = orNull(host);
        username = orNull(username);
        password = orNull(password);
        from = orNull(from);
    }

    boolean isThisMachine() {
        return Tls.isThisMachine(host);
    }

    private static @Nullable String orNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
