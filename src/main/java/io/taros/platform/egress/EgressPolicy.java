package io.taros.platform.egress;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * To whom an organization lets its questions and knowledge go.
 *
 * @param euOnly only to who processes in the EU or the EEA
 * @param noTraining only to who must not train on it
 * @param vendors only these; null for all that meet the rest
 * @param masking whether what identifies people is replaced before
 */
public record EgressPolicy(
        boolean euOnly, boolean noTraining, @Nullable List<String> vendors, boolean masking) {
    /** Until an organization decides otherwise. */
    public static final EgressPolicy USUAL = new EgressPolicy(true, true, null, true);

    public EgressPolicy {
        vendors = vendors == null ? null : List.copyOf(vendors);
    }

    /** What goes to a server of the operator's own goes to nobody. */
    public Optional<Refusal> refusal(Vendor vendor, LocalDate today) {
        if (vendor.isOwn()) {
            return Optional.empty();
        }
        if (vendor.from() != null && today.isBefore(vendor.from())) {
            return Optional.of(Refusal.NOT_YET);
        }
        if (euOnly && vendor.area() != Area.EU) {
            return Optional.of(
                    vendor.area() == Area.UNKNOWN ? Refusal.UNKNOWN_AREA : Refusal.OUTSIDE_EU);
        }
        if (noTraining && !vendor.noTraining()) {
            return Optional.of(Refusal.MAY_TRAIN);
        }
        return vendors == null || vendors.contains(vendor.id())
                ? Optional.empty()
                : Optional.of(Refusal.NOT_CHOSEN);
    }
}
