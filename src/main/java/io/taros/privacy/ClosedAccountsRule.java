package io.taros.privacy;

import io.taros.account.ClosedAccounts;
import io.taros.platform.retention.RetentionRule;
import io.taros.platform.retention.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Closed accounts whose day has come, should their own job have been lost. */
@Component
class ClosedAccountsRule implements RetentionRule {
    private final ClosedAccounts closed;
    private final AccountErasure erasure;

    ClosedAccountsRule(ClosedAccounts closed, AccountErasure erasure) {
        this.closed = closed;
        this.erasure = erasure;
    }

    @Override
    public String name() {
        return "closed-accounts";
    }

    /** The row says itself when; see {@link Grace}. */
    @Override
    public Term term() {
        return Term.fixed(Duration.ZERO);
    }

    @Override
    public boolean isOfOrganizations() {
        return false;
    }

    @Override
    public Map<String, Long> count(Instant before) {
        var due = closed.due(before, Integer.MAX_VALUE).size();
        return due == 0 ? Map.of() : Map.of("account", (long) due);
    }

    @Override
    public Map<String, Long> remove(Instant before, int most) {
        var due = closed.due(before, most);
        due.forEach(erasure::run);
        return due.isEmpty() ? Map.of() : Map.of("account", (long) due.size());
    }
}
