package io.taros.testing;

import io.taros.platform.egress.Egress;
import io.taros.platform.egress.EgressPolicy;
import io.taros.platform.egress.Ledger;
import io.taros.platform.egress.LedgerEntry;
import io.taros.platform.egress.Vendors;
import io.taros.platform.sql.Ids;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A ledger without a database, for what is tested without one. */
public final class RememberedCalls implements Ledger {
    private final Map<UUID, LedgerEntry> entries =
            Collections.synchronizedMap(new LinkedHashMap<>());
    private volatile EgressPolicy policy = EgressPolicy.USUAL;

    /** A way out that nobody looks at. */
    public static Egress anyway() {
        return new RememberedCalls().egress();
    }

    public Egress egress() {
        return new Egress(Vendors.builtIn(), this, () -> policy, new Ids(), InstantSource.system());
    }

    public RememberedCalls under(EgressPolicy other) {
        policy = other;
        return this;
    }

    public List<LedgerEntry> all() {
        synchronized (entries) {
            return new ArrayList<>(entries.values());
        }
    }

    @Override
    public void begin(LedgerEntry entry) {
        entries.put(entry.id(), entry);
    }

    @Override
    public void end(LedgerEntry entry) {
        entries.put(entry.id(), entry);
    }

    @Override
    public void count(LedgerEntry entry) {
        entries.put(entry.id(), entry);
    }
}
