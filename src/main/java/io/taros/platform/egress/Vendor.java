package io.taros.platform.egress;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else whose servers we call.
 *
 * @param id stands in policies and the ledger, and so stays what it is
 * @param name of the legal entity
 * @param country of that entity, ISO 3166
 * @param noTraining whether its contract keeps it from training on what it gets
 * @param agreement where its data processing agreement is
 * @param hosts those, and what is below them
 * @param from the first day the operator wants anything of models to be sent, what else goes there
 *     is the operator's to switch on; absent where that is the first it may
 */
public record Vendor(
        String id,
        String name,
        @Nullable String country,
        Area area,
        Safeguard safeguard,
        boolean noTraining,
        @Nullable URI agreement,
        List<String> hosts,
        @Nullable LocalDate from) {
    /** Servers that are nobody else's. */
    public static final String OWN = "own";

    public Vendor {
        hosts = List.copyOf(hosts);
    }

    static Vendor own() {
        return new Vendor(
                OWN, OWN, null, Area.HERE, Safeguard.NONE_NEEDED, true, null, List.of(), null);
    }

    /** Of whom nothing is known but that there is a server. */
    static Vendor stranger(String host) {
        return new Vendor(
                host,
                host,
                null,
                Area.UNKNOWN,
                Safeguard.UNKNOWN,
                false,
                null,
                List.of(host),
                null);
    }

    public boolean isOwn() {
        return area == Area.HERE;
    }

    boolean isAt(String host) {
        return hosts.stream().anyMatch(known -> host.equals(known) || host.endsWith("." + known));
    }
}
