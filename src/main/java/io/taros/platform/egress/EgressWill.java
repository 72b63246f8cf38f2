package io.taros.platform.egress;

import java.time.LocalDate;
import java.util.Optional;

/** What the bound organization wants, and what it was told. */
public interface EgressWill {
    EgressPolicy policy();

    /** Why a vendor that the policy allows has to wait; empty where it does not. */
    default Optional<Refusal> unannounced(Vendor vendor, LocalDate today) {
        return Optional.empty();
    }
}
