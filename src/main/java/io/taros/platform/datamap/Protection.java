package io.taros.platform.datamap;

/** How something lies on the disk. */
public enum Protection {
    /** Legible to whoever reads the disk. */
    CLEAR,
    /** Encrypted; of an organization's things with its key, else with the installation's. */
    SEALED,
    /** A digest that does not lead back. */
    HASHED
}
