package io.taros.platform.egress;

import io.taros.platform.egress.LedgerEntry.Outcome;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one way out. A call is written down before it is made, so that none is missing whatever
 * happens to the server meanwhile: where the ledger cannot be written, nothing leaves.
 *
 * <p>What is counted by the hour is the exception: pages of a site, when each is over, and
 * refusals. A server that dies loses the page it was reading and the last moment of both.
 */
public final class Egress {
    private final Vendors vendors;
    private final Ledger ledger;
    private final EgressWill will;
    private final Ids ids;
    private final InstantSource clock;

    /**
     * @param will of the bound organization
     */
    public Egress(Vendors vendors, Ledger ledger, EgressWill will, Ids ids, InstantSource clock) {
        this.vendors = vendors;
        this.ledger = ledger;
        this.will = will;
        this.ids = ids;
        this.clock = clock;
    }

    public Vendor vendor(@Nullable String host) {
        return vendors.at(host);
    }

    /** What the bound organization lets go to models, as it is now, for whoever has a choice. */
    public EgressRules rules() {
        return new EgressRules(will, vendors, today());
    }

    /** Why the bound organization lets nothing of models go to a server; empty where it does. */
    public Optional<Refusal> refusal(@Nullable String host) {
        return rules().refusal(host);
    }

    /** Whether the bound organization wants what identifies people replaced. */
    public boolean isMasking() {
        return will.policy().masking();
    }

    public OutboundCall begin(Purpose purpose, @Nullable String host) {
        return begin(purpose, host, null, null);
    }

    /**
     * To be closed when it is over, whatever came of it.
     *
     * @param masked how many values were replaced; null where nothing was looked for
     * @throws EgressRefused where the policy lets nothing go there
     */
    public OutboundCall begin(
            Purpose purpose,
            @Nullable String host,
            @Nullable String model,
            @Nullable Integer masked) {
        var refusal = purpose.isOfModels() ? refusal(host) : Optional.<Refusal>empty();
        if (refusal.isPresent()) {
            refused(purpose, host, model);
            throw new EgressRefused(vendors.at(host), refusal.get());
        }
        var entry = entry(purpose, host, model, masked);
        if (purpose.isCounted()) {
            return new OutboundCall(entry, ended -> ledger.count(ofTheHour(ended)));
        }
        ledger.begin(entry);
        return new OutboundCall(entry, ledger::end);
    }

    /**
     * Counts what the policy kept from leaving that would have left. Not waited for: nothing left,
     * and it happens with every question where the first model in order is not allowed.
     */
    public void refused(Purpose purpose, @Nullable String host, @Nullable String model) {
        ledger.count(ofTheHour(entry(purpose, host, model, null).ended(Outcome.REFUSED, 0, 0)));
    }

    private LedgerEntry entry(
            Purpose purpose,
            @Nullable String host,
            @Nullable String model,
            @Nullable Integer masked) {
        var vendor = vendors.at(host);
        return new LedgerEntry(
                ids.next(),
                purpose.isOfInstallation()
                        ? OrganizationId.INSTALLATION
                        : Tenancy.find().orElse(OrganizationId.INSTALLATION),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                purpose,
                vendor.id(),
                host == null ? "" : host,
                vendor.area(),
                model,
                purpose.data(),
                1,
                0,
                0,
                masked,
                Outcome.OPEN);
    }

    private static LedgerEntry ofTheHour(LedgerEntry entry) {
        var hour = entry.at().truncatedTo(ChronoUnit.HOURS);
        var line =
                "%s %s %s %s %s"
                        .formatted(
                                entry.purpose(),
                                entry.host(),
                                entry.model(),
                                hour,
                                entry.outcome());
        return new LedgerEntry(
                UUID.nameUUIDFromBytes(line.getBytes(StandardCharsets.UTF_8)),
                entry.organization(),
                hour,
                entry.purpose(),
                entry.vendor(),
                entry.host(),
                entry.area(),
                entry.model(),
                entry.data(),
                entry.calls(),
                entry.sentBytes(),
                entry.receivedBytes(),
                entry.masked(),
                entry.outcome());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
