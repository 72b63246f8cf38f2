package io.taros.egress;

import io.taros.account.Account;
import io.taros.egress.SubProcessorLists.Version;
import io.taros.organization.Member;
import io.taros.organization.Members;
import io.taros.platform.egress.Purpose;
import io.taros.platform.egress.Vendor;
import io.taros.platform.egress.Vendors;
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
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps the public list true: what is set up, what is announced, and what got something lately
 * though it no longer is. Who comes upon the list is told to the owners of every organization, and
 * gets nothing of models before the day they were told.
 */
@Component
class SubProcessors {
    /** Whoever got something in this time still has it, as far as anybody knows. */
    private static final Duration LATELY = Duration.ofDays(30);

    private static final int FIRST = 1;
    private static final Logger LOG = LoggerFactory.getLogger(SubProcessors.class);

    private final KnownVendors known;
    private final Vendors vendors;
    private final SubProcessorLists lists;
    private final AnnounceVendors announcing;
    private final CrossOrganization everybody;
    private final Members members;
    private final InstantSource clock;

    SubProcessors(
            KnownVendors known,
            Vendors vendors,
            SubProcessorLists lists,
            AnnounceVendors announcing,
            CrossOrganization everybody,
            Members members,
            InstantSource clock) {
        this.known = known;
        this.vendors = vendors;
        this.lists = lists;
        this.announcing = announcing;
        this.everybody = everybody;
        this.members = members;
        this.clock = clock;
    }

    /** A new version where something is no longer as the last one says. */
    void refresh() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var last = lists.last();
        var entries = announced(now(today), last.isEmpty(), today);
        if (last.map(Version::entries).filter(entries::equals).isPresent()) {
            return;
        }
        var number = last.map(before -> before.number() + 1).orElse(FIRST);
        var version = new Version(number, clock.instant().truncatedTo(ChronoUnit.MICROS), entries);
        // Of the first version nobody is told: it is how it was.
        var added =
                last.map(before -> added(entries, before.entries()))
                        .orElseGet(List::<SubProcessor>of);
        lists.add(version, news(version, added));
        warn(added);
    }

    /** By name, those with models from the day on that everybody was told. */
    private List<SubProcessor> announced(
            Map<Vendor, Set<Purpose>> now, boolean isFirst, LocalDate today) {
        var models =
                now.entrySet().stream()
                        .filter(entry -> entry.getValue().stream().anyMatch(Purpose::isOfModels))
                        .map(Map.Entry::getKey)
                        .toList();
        var days = announcing.announce(models, isFirst, today);
        announcing.begin(today);
        return now.entrySet().stream()
                .map(entry ->
                        SubProcessor.of(
                                entry.getKey(), entry.getValue(), days.get(entry.getKey().id())))
                .sorted(Comparator.comparing(SubProcessor::name).thenComparing(SubProcessor::id))
                .toList();
    }

    /** Who is new, or gets what is asked and taught from now on. */
    private static List<SubProcessor> added(List<SubProcessor> entries, List<SubProcessor> before) {
        var listed = ids(before);
        var models = ids(before.stream().filter(SubProcessor::isOfModels).toList());
        return entries.stream()
                .filter(entry -> !(entry.isOfModels() ? models : listed).contains(entry.id()))
                .toList();
    }

    /** Models wait by themselves for the day; the rest is the operator's to time. */
    private static void warn(List<SubProcessor> added) {
        added.stream()
                .filter(entry -> !entry.isOfModels())
                .forEach(entry ->
                        LOG.warn(
                                "{} is used from today on, and came upon the list of sub-processors today: owners are to be told {} days ahead",
                                entry.id(),
                                AnnounceVendors.NOTICE_DAYS));
    }

    /** Who gets something, or will, as things are now. */
    private Map<Vendor, Set<Purpose>> now(LocalDate today) {
        var purposes = new HashMap<Vendor, Set<Purpose>>(known.switchedOn());
        vendors.all().stream()
                .filter(vendor -> vendor.from() != null && vendor.from().isAfter(today))
                .forEach(vendor ->
                        purposes.putIfAbsent(
                                vendor,
                                EnumSet.of(Purpose.ANSWER, Purpose.REWRITE, Purpose.SUMMARY)));
        called().forEach(purposes::putIfAbsent);
        return purposes;
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
                            where at > :since and outcome <> 'REFUSED' and purpose not in ('CRAWL', 'SIGN_IN', 'DOMAIN_CHECK', 'PUSH')
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

    /** For every owner of every organization. */
    private List<TellOfSubProcessor> news(Version version, List<SubProcessor> added) {
        var news = new ArrayList<TellOfSubProcessor>();
        if (added.isEmpty()) {
            return news;
        }
        for (var organization : announcing.organizations()) {
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

    static Set<String> ids(Collection<SubProcessor> entries) {
        return entries.stream().map(SubProcessor::id).collect(Collectors.toSet());
    }
}
