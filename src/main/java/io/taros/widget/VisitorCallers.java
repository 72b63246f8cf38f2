package io.taros.widget;

import io.taros.bot.PublicKey;
import io.taros.platform.security.Caller;
import io.taros.platform.security.CallerResolver;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A visitor speaks for nobody; the public key in the address says whose rows may be looked at. A
 * key made up for an organization that is none leads to empty tables. Asked first: on these
 * addresses a bearer token is a visitor's and a session means nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class VisitorCallers implements CallerResolver {
    private static final String CHANNEL = "/widget/v1/";
    private static final String PAGE = "/chat/";

    @Override
    public Optional<Caller> resolve(HttpServletRequest request) {
        return keyIn(request.getRequestURI())
                .flatMap(PublicKey::parse)
                .map(key -> Caller.visitor(key.organization()));
    }

    private static Optional<String> keyIn(String path) {
        for (var prefix : new String[] {CHANNEL, PAGE}) {
            if (path.startsWith(prefix)) {
                var end = path.indexOf('/', prefix.length());
                return Optional.of(path.substring(prefix.length(), end < 0 ? path.length() : end));
            }
        }
        return Optional.empty();
    }
}
