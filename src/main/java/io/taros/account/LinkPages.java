package io.taros.account;

import io.taros.platform.web.ClientAddress;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Pages whose address holds what opens something. */
@Component
public class LinkPages {
    private final RateLimits limits;
    private final ClientAddress address;

    LinkPages(RateLimits limits, ClientAddress address) {
        this.limits = limits;
        this.address = address;
    }

    /** For whoever followed a link: guesses are counted by address. */
    public void guard(HttpServletRequest request, HttpServletResponse response) {
        hide(response);
        limits.take(Limit.LINK, address.key(request));
    }

    /** Not even our own pages are told where their reader came from. */
    public static void hide(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
