package io.taros.platform.crypto;

import java.util.List;

/** Brought by modules: every table with something sealed. */
public interface SealedTables {
    /** Sealed with the key of each organization. */
    default List<SealedTable> ofOrganizations() {
        return List.of();
    }

    /** Sealed with the key of the installation. */
    default List<SealedTable> ofInstallation() {
        return List.of();
    }
}
