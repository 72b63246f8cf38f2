package io.taros.account;

import io.taros.account.AccountChanged.What;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The second proof at sign-in: a code of the app, or a recovery code where the app is lost. */
@Component
class SecondStep {
    private final AuthenticatorApps apps;
    private final RecoveryCodes recovery;
    private final RateLimits limits;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;

    SecondStep(
            AuthenticatorApps apps,
            RecoveryCodes recovery,
            RateLimits limits,
            Jobs jobs,
            ApplicationEventPublisher events) {
        this.apps = apps;
        this.recovery = recovery;
        this.limits = limits;
        this.jobs = jobs;
        this.events = events;
    }

    boolean isTaken(Account.Id account, String code) {
        limits.take(Limit.PROOF, account.toString());
        if (apps.matches(account, code)) {
            return true;
        }
        if (recovery.useUp(account, code)) {
            jobs.enqueue(new SendLetter(Letter.RECOVERY_USED, account.value()));
            events.publishEvent(new AccountChanged(account, What.RECOVERY_CODE_USED));
            return true;
        }
        events.publishEvent(new SignInRefused(account, null));
        return false;
    }
}
