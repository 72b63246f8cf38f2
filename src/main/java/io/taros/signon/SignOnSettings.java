package io.taros.signon;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How organizations' domains are watched.
 *
 * @param every how often the record of a verified domain is looked up
 * @param patience how long the record of a verified domain may be gone before the domain counts no
 *     more
 */
@ConfigurationProperties("taros.domains")
record SignOnSettings(@DefaultValue("1d") Duration every, @DefaultValue("7d") Duration patience) {
    SignOnSettings {
        if (every.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("taros.domains.every must be a minute at least");
        }
        if (patience.isNegative()) {
            throw new IllegalArgumentException("taros.domains.patience must not be negative");
        }
    }
}
