package io.taros.signon;

import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a domain off the list. While the provider is on, a proven one holds people to it and lets
 * them in: without it they go free, so that is for owners, as the provider itself.
 */
@Component
@Transactional
class RemoveDomain {
    private final Domains domains;
    private final Providers providers;
    private final TellOwners tell;

    RemoveDomain(Domains domains, Providers providers, TellOwners tell) {
        this.domains = domains;
        this.providers = providers;
        this.tell = tell;
    }

    void remove(Domain.Id id, Caller caller) {
        var domain = domains.find(id).orElseThrow(NotFound::new);
        if (!domain.isVerified()) {
            domains.remove(id);
            return;
        }
        var isOwner = caller.guest() == null && caller.may(Permission.ORGANIZATION_OWN);
        if (!isOwner && providers.find().filter(Provider::isOn).isPresent()) {
            throw new Conflict("signon.input.owners-remove");
        }
        domains.remove(id);
        tell.of(domain, TellOfDomain.What.REMOVED);
    }
}
