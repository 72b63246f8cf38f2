package io.taros.platform.fetch;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is asked for the records that prove domains.
 *
 * @param server address of a name server, with a port if it is not 53, such as {@code 10.0.0.2} or
 *     {@code [2001:db8::2]:5353}; the machine's own unless set
 * @param timeout how long an answer may take
 */
@ConfigurationProperties("taros.dns")
record DnsSettings(@Nullable String server, @DefaultValue("5s") Duration timeout) {
    private static final Pattern SERVER =
            Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^\\[\\]:\\s]+)(?::(\\d{1,5}))?");
    private static final int USUAL_PORT = 53;

    DnsSettings {
        if (server != null && !SERVER.matcher(server).matches()) {
            throw new IllegalArgumentException(
                    "taros.dns.server must be an address such as 10.0.0.2 or [2001:db8::2]:5353");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("taros.dns.timeout must be longer than nothing");
        }
    }

    /** Only where a server is set. */
    String host() {
        return part(1).replaceAll("[\\[\\]]", "");
    }

    int port() {
        var port = part(2);
        return port.isEmpty() ? USUAL_PORT : Integer.parseInt(port);
    }

    private String part(int number) {
        var parts = SERVER.matcher(String.valueOf(server));
        return parts.matches() && parts.group(number) != null ? parts.group(number) : "";
    }
}
