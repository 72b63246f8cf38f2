package io.taros.platform.egress;

import java.util.Locale;

/** Why an organization's policy lets nothing go to a vendor. */
public enum Refusal {
    /** It processes outside the EU. */
    OUTSIDE_EU,
    /** The installation does not know where it processes. */
    UNKNOWN_AREA,
    /** Nothing keeps it from training on what it gets. */
    MAY_TRAIN,
    /** The organization chose others. */
    NOT_CHOSEN,
    /** It is announced for a later day, or not yet. */
    NOT_YET;

    /** As texts name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
