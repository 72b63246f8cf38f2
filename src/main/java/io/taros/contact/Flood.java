package io.taros.contact;

import io.taros.platform.TarosSettings;
import io.taros.platform.web.ClientAddress;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/**
 * How much is written to the operator. Much from one address costs a puzzle, and more is refused;
 * much from everywhere costs everybody a puzzle and refuses nobody.
 */
@Component
class Flood {
    private static final String EVERYBODY = "";

    private final RateLimits limits;
    private final ClientAddress addresses;
    private final TarosSettings installation;

    Flood(RateLimits limits, ClientAddress addresses, TarosSettings installation) {
        this.limits = limits;
        this.addresses = addresses;
        this.installation = installation;
    }

    /** One more try, whatever comes of it. */
    void take(HttpServletRequest request) {
        limits.take(Limit.CONTACT, addresses.key(request));
    }

    /** One that was kept. */
    void count(HttpServletRequest request) {
        limits.spend(Limit.CONTACT_WRITTEN, addresses.key(request));
        limits.spend(Limit.CONTACT_FLOOD, EVERYBODY);
    }

    /** Never where browsers cannot solve one: they hash for secure pages only. */
    boolean isRising(HttpServletRequest request) {
        return installation.isTrustedByBrowsers()
                && (limits.isSpent(Limit.CONTACT_WRITTEN, addresses.key(request))
                        || limits.isSpent(Limit.CONTACT_FLOOD, EVERYBODY));
    }
}
