package io.taros.organization;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brought by the module that knows partners: who manages an organization for its members. */
public interface Keepers {
    /**
     * @param contact an e-mail address, if they gave one
     */
    record Keeper(String name, @Nullable String contact) {}

    /** Of the bound organization; empty for one that keeps itself. */
    Optional<Keeper> find();
}
