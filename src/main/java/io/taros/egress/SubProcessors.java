package io.taros.egress;

import io.taros.account.Account;
import io.taros.egress.SubProcessorLists.Version;
import io.taros.organization.Member;
import io.taros.organization.Members;
import io.taros.platform.egress.Purpose;
import io.taros.platform.egress.Vendor;
import io.taros.platform.egress.Vendors;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps the public list true: what is set up, what is announced, and what got something lately
 * though it no longer is. Who comes upon the list is told to the owners of every organization.
 */
@Component
class SubProcessors {
    /** Whoever got something in this time still has it, as far as anybody knows. */
    private static final Duration LATELY = Duration.ofDays(30);

    private static final int FIRST = 1;
    private static final int NOTICE_DAYS = 30;
    private static final Logger LOG = LoggerFactory.getLogger(SubProcessors.class);

    private final KnownVendors known;
    private final Vendors vendors;
    private final SubProcessorLists lists;
    private final CrossOrganization everybody;
    private final Members members;
    private final InstantSource clock;

    SubProcessors(
            KnownVendors known,
            Vendors vendors,
            SubProcessorLists lists,
            CrossOrganization everybody,
            Members members,
            InstantSource clock) {
        this.known = known;
        this.vendors = vendors;
        this.lists = lists;
        this.everybody = everybody;
        this.members = members;
        this.clock = clock;
    }

    /** As things are now, by name. */
    List<SubProcessor> now() {
        var purposes = new HashMap<Vendor, Set<Purpose>>(known.switchedOn());
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        vendors.all().stream()
                .filter(vendor -> vendor.from() != null && vendor.from().isAfter(today))
                .forEach(vendor ->
                        purposes.putIfAbsent(vendor, EnumSet.of(Purpose.ANSWER, Purpose.REWRITE)));
        called().forEach(purposes::putIfAbsent);
        return purposes.entrySet().stream()
                .map(entry -> SubProcessor.of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(SubProcessor::name).thenComparing(SubProcessor::id))
                .toList();
    }

    /**
     * Whom the ledger knows to have got something; an organization's own choice is not ours. Whom
     * the catalogue does not know, or no longer, is who its server's name says.
     */
    private Map<Vendor, Set<Purpose>> called() {
        return everybody.inTransaction(jdbc -> {
            var found = new HashMap<Vendor, Set<Purpose>>();
            jdbc.sql(
                            """
                            select distinct vendor, host, purpose from egress_call
                            where at > :since and outcome <> 'REFUSED' and purpose not in ('CRAWL', 'SIGN_IN', 'DOMAIN_CHECK')
                            """)
                    .param("since", clock.instant().minus(LATELY))
                    .query(row -> {
                        var vendor =
                                vendors.find(row.getString("vendor"))
                                        .orElse(vendors.at(row.getString("host")));
                        found.computeIfAbsent(vendor, _ -> EnumSet.noneOf(Purpose.class))
                                .add(Purpose.valueOf(row.getString("purpose")));
                    });
            found.keySet().removeIf(Vendor::isOwn);
            return found;
        });
    }

    /** A new version where something is no longer as the last one says. */
    void refresh() {
        var entries = now();
        var last = lists.last();
        if (last.map(Version::entries).filter(entries::equals).isPresent()) {
            return;
        }
        var number = last.map(before -> before.number() + 1).orElse(FIRST);
        var version = new Version(number, clock.instant().truncatedTo(ChronoUnit.MICROS), entries);
        // Of the first version nobody is told: it is how it was.
        var added =
                last.map(before -> added(version, ids(before.entries())))
                        .orElseGet(List::<SubProcessor>of);
        lists.add(version, news(version, added));
        warn(version, added);
    }

    private static List<SubProcessor> added(Version version, Set<String> before) {
        return version.entries().stream().filter(entry -> !before.contains(entry.id())).toList();
    }

    private static void warn(Version version, List<SubProcessor> added) {
        var inTime = LocalDate.ofInstant(version.at(), ZoneOffset.UTC).plusDays(NOTICE_DAYS);
        for (var entry : added) {
            if (entry.from() == null || entry.from().isBefore(inTime)) {
                LOG.warn(
                        "{} came upon the list of sub-processors less than {} days ahead; set taros.egress.vendors.{}.from before it is used",
                        entry.id(),
                        NOTICE_DAYS,
                        entry.id());
            }
        }
    }

    /** For every owner of every organization. */
    private List<TellOfSubProcessor> news(Version version, List<SubProcessor> added) {
        var news = new ArrayList<TellOfSubProcessor>();
        if (added.isEmpty()) {
            return news;
        }
        for (var organization : organizations()) {
            for (var owner : Tenancy.callAs(organization, this::owners)) {
                for (var entry : added) {
                    news.add(
                            new TellOfSubProcessor(
                                    organization, owner, version.number(), entry.id()));
                }
            }
        }
        return news;
    }

    private List<Account.Id> owners() {
        return members.list().stream()
                .filter(member -> member.role().isOwner())
                .map(Member::accountId)
                .toList();
    }

    private List<OrganizationId> organizations() {
        return everybody.inTransaction(jdbc ->
                jdbc
                        .sql(
                                "select organization_id from organization where closed_at is null order by 1")
                        .query(UUID.class)
                        .list()
                        .stream()
                        .map(Objects::requireNonNull)
                        .map(OrganizationId::new)
                        .toList());
    }

    static Set<String> ids(Collection<SubProcessor> entries) {
        return entries.stream().map(SubProcessor::id).collect(Collectors.toSet());
    }
}
