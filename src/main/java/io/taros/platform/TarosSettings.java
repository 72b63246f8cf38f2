package io.taros.platform;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The two settings everything shares.
 *
 * @param dataDir where the embedded database, blobs, index and keys live
 * @param baseUrl the address visitors and members reach this installation at; {@code
 *     http://localhost:PORT} unless set (in application.yaml, where the port is known)
 */
@Validated
@ConfigurationProperties("taros")
public record TarosSettings(@DefaultValue("./data") @NotNull Path dataDir, @NotNull URI baseUrl) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** An absolute link to a path of this installation. */
    public String link(String path) {
        var base = baseUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }

    /** The same at another name of this installation, by the scheme and port of its own. */
    public String linkAt(String host, String path) {
        var port = baseUrl.getPort() < 0 ? "" : ":" + baseUrl.getPort();
        return baseUrl.getScheme() + "://" + host + port + path;
    }

    public boolean isSecure() {
        return "https".equals(baseUrl.getScheme());
    }

    /** Whether browsers let pages here do what they keep for secure ones. */
    public boolean isTrustedByBrowsers() {
        return isSecure() || THIS_MACHINE.contains(String.valueOf(baseUrl.getHost()));
    }
}
