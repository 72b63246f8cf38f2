package io.taros.signon;

import io.taros.account.Account;
import io.taros.account.SingleSignOn.Trial;
import io.taros.organization.Members;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What came of trying the bound organization's provider, for its owners. */
@Component
@Transactional
class Trials {
    private static final String NO_ADDRESS = "no_address";
    private static final String FOREIGN_ADDRESS = "foreign_address";

    private final Providers providers;
    private final TakeIn takeIn;
    private final Members members;

    Trials(Providers providers, TakeIn takeIn, Members members) {
        this.providers = providers;
        this.takeIn = takeIn;
        this.members = members;
    }

    /** By whoever still is an owner when they come back. */
    void note(Account.Id by, Trial trial) {
        if (members.find(by).filter(member -> member.role().isOwner()).isPresent()) {
            providers.noteTrial(error(trial));
        }
    }

    private @Nullable String error(Trial trial) {
        if (trial.identity().isEmpty()) {
            return trial.error();
        }
        var email = Optional.ofNullable(trial.identity().get().verifiedEmail());
        if (email.isEmpty()) {
            return NO_ADDRESS;
        }
        return takeIn.ours(email.get()).isEmpty() ? FOREIGN_ADDRESS : null;
    }
}
