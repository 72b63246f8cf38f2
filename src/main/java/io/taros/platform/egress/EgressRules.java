package io.taros.platform.egress;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an organization lets go to models, read once for several that could be asked. */
public final class EgressRules {
    private final EgressWill will;
    private final EgressPolicy policy;
    private final Vendors vendors;
    private final LocalDate today;

    EgressRules(EgressWill will, Vendors vendors, LocalDate today) {
        this.will = will;
        policy = will.policy();
        this.vendors = vendors;
        this.today = today;
    }

    /** Why nothing goes to a server; empty where it may. */
    public Optional<Refusal> refusal(@Nullable String host) {
        var vendor = vendors.at(host);
        var refusal = policy.refusal(vendor, today);
        return refusal.isPresent() || vendor.isOwn() ? refusal : will.unannounced(vendor, today);
    }
}
