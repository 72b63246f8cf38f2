package io.taros.signon;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.account.SecondFactors;
import io.taros.organization.Member;
import io.taros.organization.Members;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Switches the bound organization's provider on and off, never so that nobody gets in. */
@Component
@Transactional
class UseProvider {
    private static final String FIELD = "rule";

    private final Providers providers;
    private final Domains domains;
    private final Members members;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final TakeIn takeIn;

    UseProvider(
            Providers providers,
            Domains domains,
            Members members,
            Accounts accounts,
            SecondFactors factors,
            TakeIn takeIn) {
        this.providers = providers;
        this.domains = domains;
        this.members = members;
        this.accounts = accounts;
        this.factors = factors;
        this.takeIn = takeIn;
    }

    void use(Provider.Rule rule) {
        var provider = providers.find().orElseThrow(NotFound::new);
        if (rule != Provider.Rule.OFF) {
            check(provider, rule);
        }
        providers.use(rule);
    }

    /** Whether an owner gets in without the provider. */
    @Transactional(readOnly = true)
    public boolean isThereAnotherWayIn() {
        return members.list().stream()
                .filter(member -> member.role().isOwner())
                .map(Member::accountId)
                .anyMatch(this::getsInOtherwise);
    }

    private void check(Provider provider, Provider.Rule rule) {
        if (!provider.isOn() && !provider.isProvenToWork()) {
            throw new BadInput(FIELD, "signon.input.not-tried");
        }
        if (domains.list().stream().noneMatch(Domain::isVerified)) {
            throw new BadInput(FIELD, "signon.input.no-domain");
        }
        if (rule == Provider.Rule.REQUIRED && !isThereAnotherWayIn()) {
            throw new BadInput(FIELD, "signon.input.no-other-way");
        }
    }

    private boolean getsInOtherwise(Account.Id owner) {
        var isHeldToIt =
                accounts.find(owner).flatMap(known -> takeIn.ours(known.email())).isPresent();
        return accounts.hasPassword(owner) && (!isHeldToIt || factors.isOn(owner));
    }
}
