package io.taros.partner;

import io.taros.platform.security.Open;
import io.taros.platform.web.Branding;
import io.taros.platform.web.ClientAddress;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Asked by a proxy that ends TLS, before it gets a certificate for a name it has not met. */
@RestController
class TlsController {
    private final Branding branding;
    private final RateLimits limits;
    private final ClientAddress address;

    TlsController(Branding branding, RateLimits limits, ClientAddress address) {
        this.branding = branding;
        this.limits = limits;
        this.address = address;
    }

    @GetMapping("/tls-check")
    @Open(
            "a proxy has no session, and whoever can name a domain learns no more than by visiting it")
    ResponseEntity<Void> check(
            @RequestParam(defaultValue = "") String domain, HttpServletRequest request) {
        limits.take(Limit.TLS_CHECK, address.key(request));
        return ResponseEntity.status(
                        branding.isServed(domain) ? HttpStatus.OK : HttpStatus.NOT_FOUND)
                .build();
    }
}
