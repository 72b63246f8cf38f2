package io.taros.platform.egress;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an organization lets go to models, read once for several that could be asked. */
public final class EgressRules {
    private final EgressPolicy policy;
    private final Vendors vendors;
    private final LocalDate today;

    EgressRules(EgressPolicy policy, Vendors vendors, LocalDate today) {
        this.policy = policy;
        this.vendors = vendors;
        this.today = today;
    }

    /** Why nothing goes to a server; empty where it may. */
    public Optional<Refusal> refusal(@Nullable String host) {
        return policy.refusal(vendors.at(host), today);
    }
}
