package io.taros.signon;

import io.taros.account.Account;
import io.taros.organization.Member;
import io.taros.organization.Members;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Each owner of the bound organization gets a mail. */
@Component
class TellOwners {
    private final Members members;
    private final Jobs jobs;
    private final InstantSource clock;

    TellOwners(Members members, Jobs jobs, InstantSource clock) {
        this.members = members;
        this.jobs = jobs;
        this.clock = clock;
    }

    void of(Domain domain, TellOfDomain.What what) {
        members.list().stream()
                .filter(member -> member.role().isOwner())
                .map(Member::accountId)
                .forEach((Account.Id owner) ->
                        jobs.enqueue(
                                new TellOfDomain(
                                        Tenancy.organization(),
                                        domain.name(),
                                        owner,
                                        what,
                                        clock.instant())));
    }
}
