package io.taros.egress;

import io.taros.egress.web.OutboundPage;
import io.taros.egress.web.OutboundPage.Asked;
import io.taros.egress.web.OutboundPage.VendorLine;
import io.taros.organization.Organizations;
import io.taros.platform.egress.EgressPolicies;
import io.taros.platform.egress.EgressPolicy;
import io.taros.platform.egress.OutboundLog;
import io.taros.platform.egress.OutboundLog.Filter;
import io.taros.platform.egress.Purpose;
import io.taros.platform.egress.VendorNotices;
import io.taros.platform.web.FormErrors;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the ledger and the rules on a page. */
@Component
class OutboundPages {
    private static final int SHOWN = 50;
    private static final int TOTALS = 24;

    private final OutboundLog log;
    private final EgressPolicies policies;
    private final VendorNotices notices;
    private final KnownVendors vendors;
    private final Organizations organizations;
    private final InstantSource clock;

    OutboundPages(
            OutboundLog log,
            EgressPolicies policies,
            VendorNotices notices,
            KnownVendors vendors,
            Organizations organizations,
            InstantSource clock) {
        this.log = log;
        this.policies = policies;
        this.notices = notices;
        this.vendors = vendors;
        this.organizations = organizations;
        this.clock = clock;
    }

    OutboundPage page(Asked asked, @Nullable UUID after, boolean saved, FormErrors errors) {
        var policy = policies.current();
        var filter = filter(asked);
        var found = log.list(filter, after, SHOWN + 1);
        var shown = found.size() > SHOWN ? found.subList(0, SHOWN) : found;
        var seen = log.vendors();
        var names = new LinkedHashMap<String, String>();
        seen.forEach(id -> names.put(id, vendors.nameOf(id)));
        return new OutboundPage(
                policy,
                lines(policy),
                asked,
                names,
                log.totals(filter).stream().limit(TOTALS).toList(),
                shown,
                found.size() > SHOWN ? shown.getLast().id() : null,
                query(asked),
                saved,
                errors);
    }

    /**
     * Those that would get questions or knowledge, or will, and those chosen before that no longer
     * would.
     */
    private List<VendorLine> lines(EgressPolicy policy) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var switchedOn = vendors.switchedOn();
        var waiting = notices.waiting(today);
        var chosen = policy.vendors() == null ? List.<String>of() : policy.vendors();
        return vendors.all().stream()
                .filter(vendor ->
                        ofModels(switchedOn.getOrDefault(vendor, Set.of()))
                                || chosen.contains(vendor.id())
                                || waiting.containsKey(vendor.id()))
                .map(vendor ->
                        new VendorLine(
                                vendor,
                                chosen.contains(vendor.id()),
                                policy.refusal(vendor, today).orElse(null),
                                waiting.get(vendor.id())))
                .sorted(
                        Comparator.comparing((VendorLine line) -> !line.isUsed())
                                .thenComparing(line -> line.vendor().name()))
                .toList();
    }

    private static boolean ofModels(Set<Purpose> purposes) {
        return purposes.stream().anyMatch(Purpose::isOfModels);
    }

    /** What makes no sense filters nothing out: the page shows what was asked. */
    Filter filter(Asked asked) {
        var zone = organizations.get().timeZone();
        return new Filter(
                asked.vendor().isBlank() ? null : asked.vendor(),
                Arrays.stream(Purpose.values())
                        .filter(purpose -> purpose.name().equals(asked.purpose()))
                        .findFirst()
                        .orElse(null),
                day(asked.from(), zone, 0),
                day(asked.until(), zone, 1));
    }

    private static String query(Asked asked) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("vendor", asked.vendor());
        parts.put("purpose", asked.purpose());
        parts.put("from", asked.from());
        parts.put("until", asked.until());
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isBlank())
                .map(OutboundPages::part)
                .collect(Collectors.joining("&"));
    }

    private static String part(Map.Entry<String, String> part) {
        return part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8);
    }

    private static @Nullable Instant day(String value, ZoneId zone, int later) {
        try {
            return value.isBlank()
                    ? null
                    : LocalDate.parse(value).plusDays(later).atStartOfDay(zone).toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }
}
