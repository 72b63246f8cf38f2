package io.taros.account;

import io.taros.platform.TarosSettings;
import java.net.URI;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Who we are to a passkey: host and origin of the address that the operator set, whatever a request
 * says of itself. A passkey that was made for one host opens nothing at another.
 */
@Component
class RelyingParty {
    static final String NAME = "Taros";

    private final URI address;

    RelyingParty(TarosSettings settings) {
        address = settings.baseUrl();
    }

    /** Browsers make none for a machine that is called by its number. */
    boolean isNamed() {
        var host = address.getHost();
        return host != null && !host.matches("[0-9.]+|\\[.*]");
    }

    String id() {
        var host = address.getHost();
        return host == null ? "" : host.toLowerCase(Locale.ROOT);
    }

    /** As browsers write it: without the port that goes without saying. */
    String origin() {
        var port = address.getPort();
        var usual = "https".equals(address.getScheme()) ? 443 : 80;
        return address.getScheme() + "://" + id() + (port < 0 || port == usual ? "" : ":" + port);
    }
}
