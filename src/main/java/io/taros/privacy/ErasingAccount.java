package io.taros.privacy;

import io.taros.account.ClosedAccounts;
import io.taros.platform.jobs.JobHandler;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One that was opened again meanwhile stays. */
@Component
class ErasingAccount implements JobHandler<EraseAccount> {
    private static final Logger LOG = LoggerFactory.getLogger(ErasingAccount.class);

    private final ClosedAccounts closed;
    private final AccountErasure erasure;
    private final InstantSource clock;

    ErasingAccount(ClosedAccounts closed, AccountErasure erasure, InstantSource clock) {
        this.closed = closed;
        this.erasure = erasure;
        this.clock = clock;
    }

    @Override
    public Class<EraseAccount> type() {
        return EraseAccount.class;
    }

    /** With ever longer pauses, more than two hours in all. */
    @Override
    public int attempts() {
        return 30;
    }

    @Override
    public void handle(EraseAccount job) {
        var isDue =
                closed.find(job.account())
                        .filter(now -> !now.eraseAt().isAfter(clock.instant()))
                        .isPresent();
        if (isDue && !erasure.run(job.account())) {
            // Whoever is at it may fail, so this comes again and finds nobody left if not.
            throw new IllegalStateException("It is being erased already");
        }
    }

    @Override
    public void exhausted(EraseAccount job, Throwable cause) {
        LOG.error("Account {} could not be erased", job.account(), cause);
    }
}
