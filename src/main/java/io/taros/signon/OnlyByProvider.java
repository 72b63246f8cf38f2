package io.taros.signon;

import io.taros.account.Account;
import io.taros.account.Sessions;
import io.taros.account.Way;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Detour;
import io.taros.platform.security.OrganizationId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Where the provider is required, whoever was signed in another way before goes there first: a rule
 * that began only with the next sign-in would begin in a month.
 */
@Component
class OnlyByProvider implements Detour {
    private static final Way UNKNOWN = Way.LINK;

    private final Providers providers;
    private final OwnProviders own;
    private final Sessions sessions;

    OnlyByProvider(Providers providers, OwnProviders own, Sessions sessions) {
        this.providers = providers;
        this.own = own;
        this.sessions = sessions;
    }

    @Override
    public Optional<String> before(Caller caller, HttpServletRequest request) {
        var account = caller.account();
        OrganizationId organization = caller.organization();
        if (account == null
                || organization == null
                || caller.guest() != null
                || providers.find().filter(Provider::isRequired).isEmpty()) {
            return Optional.empty();
        }
        // In a transaction of the own organization: what another one asks of its people is not seen
        // here, and matters there.
        return own.insteadOf(sessions.way(request).orElse(UNKNOWN), new Account.Id(account))
                .filter(only -> only.key().equals(organization.toString()))
                .map(only -> "/sign-in/single?only=" + only.key());
    }
}
