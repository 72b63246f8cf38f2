package io.taros.privacy;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.organization.Tenants;
import io.taros.platform.audit.AuditCheck;
import io.taros.platform.audit.AuditLog;
import io.taros.platform.audit.AuditProof;
import io.taros.platform.retention.Ending;
import io.taros.platform.retention.Holds;
import io.taros.platform.retention.RetentionRule;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.privacy.DrillFillers.Filler;
import io.taros.testing.MovedClock;
import io.taros.testing.TarosTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * P-29, P-31: a year passes, night after night. Under every rule of the engine there is something
 * in each of two organizations that is over on each of some days: the days on which Danish clocks
 * are changed, a leap day, the last day of the year, and a day of a legal hold. All of it goes in
 * the night after it is over, or after the hold on it has ended, and nothing else; the receipts add
 * up to what went.
 */
@TarosTest
class ClockDrillTest {
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    private static final LocalDate FIRST = LocalDate.of(2024, 2, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 1, 30);
    private static final LocalDate CLOCKS_BACK = LocalDate.of(2024, 10, 27);
    private static final LocalDate HOLD_BEGINS = LocalDate.of(2024, 6, 1);
    private static final LocalDate HOLD_ENDS = LocalDate.of(2024, 6, 30);
    private static final List<LocalDate> DAYS =
            List.of(
                    LocalDate.of(2024, 2, 29),
                    LocalDate.of(2024, 3, 31),
                    LocalDate.of(2024, 6, 15),
                    CLOCKS_BACK,
                    LocalDate.of(2024, 12, 31));

    /** Tables that are written by what the drill itself does. */
    private static final List<String> GROWING =
            List.of(
                    "audit_entry",
                    "audit_checkpoint",
                    "audit_cut",
                    "credit_opening",
                    "language_month",
                    "organization_key");

    private static final class Thing {
        private final RetentionRule rule;
        private final OrganizationId organization;
        private final Instant over;
        private Instant heldFrom = Instant.MAX;
        private Instant heldUntil = Instant.MIN;
        private boolean isGone;

        Thing(RetentionRule rule, OrganizationId organization, Instant over) {
            this.rule = rule;
            this.organization = organization;
            this.over = over;
        }

        boolean goes(Instant night) {
            var isHeld = !heldFrom.isAfter(night) && heldUntil.isAfter(night);
            return !isGone && over.isBefore(night) && !isHeld;
        }

        String place() {
            return organization + " " + DrillFillers.nameOf(rule);
        }
    }

    private final Tenants tenants;
    private final Bots bots;
    private final RetentionRun run;
    private final RetentionSettings settings;
    private final Holds holds;
    private final DrillFillers fillers;
    private final AuditCheck check;
    private final AuditProof proof;
    private final AuditLog log;
    private final MovedClock clock;
    private final CrossOrganization everything;
    private final JsonMapper json;

    private final List<Thing> things = new ArrayList<>();
    private final Map<String, Long> reported = new TreeMap<>();
    private final Map<String, Long> rowsByPlace = new TreeMap<>();
    private OrganizationId acme;
    private OrganizationId nord;

    ClockDrillTest(
            Tenants tenants,
            Bots bots,
            RetentionRun run,
            RetentionSettings settings,
            Holds holds,
            DrillFillers fillers,
            AuditCheck check,
            AuditProof proof,
            AuditLog log,
            MovedClock clock,
            CrossOrganization everything,
            JsonMapper json) {
        this.tenants = tenants;
        this.bots = bots;
        this.run = run;
        this.settings = settings;
        this.holds = holds;
        this.fillers = fillers;
        this.check = check;
        this.proof = proof;
        this.log = log;
        this.clock = clock;
        this.everything = everything;
        this.json = json;
    }

    @Test
    void takesEverythingOnItsDayAndNothingElse() {
        clock.putTo(Instant.parse("2021-01-01T12:00:00Z"));
        acme = open("Acme");
        nord = open("Nord");
        choose(nord, "conversations", 30, Ending.ANONYMISATION);
        choose(nord, "golden-runs", 100, Ending.DELETION);
        choose(nord, "audit-log", 730, Ending.DELETION);
        choose(acme, "leads", 70, Ending.DELETION);
        choose(nord, "leads", 10, Ending.DELETION);
        Tenancy.runAs(acme, proof::witnesses);
        Tenancy.runAs(nord, proof::witnesses);
        fill();
        night(FIRST.minusDays(1));
        var before = counts();

        for (var day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            hold(day);
            var going = going(KeepingTerms.hourOf(day));
            assertThat(gone(night(day))).as(day.toString()).isEqualTo(going);
        }

        assertThat(things).allMatch(thing -> thing.isGone);
        var after = counts();
        reported.forEach((place, rows) -> after.merge(place, rows, Long::sum));
        assertThat(after).as("what went is what was reported").isEqualTo(before);
        receiptsAddUp();
        assertThat(monthsOfFew()).isZero();
    }

    private OrganizationId open(String name) {
        var organization = tenants.open(name).organization();
        Tenancy.runAs(
                organization,
                () -> {
                    bots.add(BotSettings.named("Robin"));
                    bots.add(BotSettings.named("Wren"));
                });
        return organization;
    }

    private void choose(OrganizationId by, String name, int days, Ending ending) {
        var rule = rule(name);
        Tenancy.runAs(
                by, () -> settings.choose(rule, Duration.ofDays(days), "As was agreed.", ending));
    }

    private RetentionRule rule(String name) {
        return run.rules().stream()
                .filter(known -> known.isOfOrganizations() && known.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The first that goes in a night, and the last that stays for one more. */
    private void fill() {
        var all = fillers.all();
        assertThat(all.keySet())
                .as("a filler for every rule")
                .containsExactlyInAnyOrderElementsOf(
                        run.rules().stream().map(DrillFillers::nameOf).toList());
        for (var rule : run.rules()) {
            var filler = Objects.requireNonNull(all.get(DrillFillers.nameOf(rule)));
            if (rule.isOfOrganizations()) {
                fill(rule, filler, acme);
                fill(rule, filler, nord);
            } else {
                fill(rule, filler, OrganizationId.INSTALLATION);
            }
        }
    }

    private void fill(RetentionRule rule, Filler filler, OrganizationId organization) {
        var kept = kept(rule, organization);
        var number = 0;
        for (var day : DAYS) {
            var night = KeepingTerms.hourOf(day);
            for (var over : List.of(night.minusSeconds(1), night)) {
                var actual = filler.plant(organization, kept, over, ++number);
                things.add(new Thing(rule, organization, actual));
                if (rule.name().equals("leads")) {
                    leavesItsConversation(organization, actual.minus(kept));
                }
            }
        }
    }

    /** Which goes later. */
    private void leavesItsConversation(OrganizationId organization, Instant lastWord) {
        var conversations = rule("conversations");
        var over = lastWord.plus(kept(conversations, organization));
        things.add(new Thing(conversations, organization, over));
    }

    private Duration kept(RetentionRule rule, OrganizationId organization) {
        return rule.isOfOrganizations()
                ? Tenancy.callAs(organization, () -> settings.termOf(rule))
                : rule.term().usual();
    }

    /** One conversation of Acme from spring on, everything of Nord in June; by Danish clocks. */
    private void hold(LocalDate day) {
        if (day.equals(FIRST)) {
            clock.putTo(KeepingTerms.hourOf(day).minusSeconds(60));
            var held =
                    things.stream()
                            .filter(thing ->
                                    thing.organization.equals(acme)
                                            && thing.rule.name().equals("conversations"))
                            .min(Comparator.comparing(thing -> thing.over))
                            .orElseThrow();
            hold(held, endOf(CLOCKS_BACK));
            Tenancy.runAs(
                    acme,
                    () ->
                            holds.placeOn(
                                    List.of(oldestConversation()),
                                    "Claim 20 before the court.",
                                    endOf(CLOCKS_BACK),
                                    null));
        }
        if (day.equals(HOLD_BEGINS)) {
            clock.putTo(KeepingTerms.hourOf(day).minusSeconds(60));
            things.stream()
                    .filter(thing -> thing.organization.equals(nord) && thing.rule.isHoldable())
                    .forEach(thing -> hold(thing, endOf(HOLD_ENDS)));
            Tenancy.runAs(
                    nord,
                    () -> holds.placeOnAll("Claim 21 before the court.", endOf(HOLD_ENDS), null));
        }
    }

    private void hold(Thing thing, Instant until) {
        thing.heldFrom = clock.instant();
        thing.heldUntil = until;
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(COPENHAGEN).toInstant();
    }

    private UUID oldestConversation() {
        return everything.inTransaction(jdbc ->
                jdbc.sql(
                                """
                                select id from conversation where organization_id = :organization
                                order by last_message_at limit 1
                                """)
                        .param("organization", acme)
                        .query(UUID.class)
                        .single());
    }

    /** What has to go, by place; from then on it is gone. */
    private Map<String, Long> going(Instant night) {
        var going = things.stream().filter(thing -> thing.goes(night)).toList();
        going.forEach(thing -> thing.isGone = true);
        return new TreeMap<>(going.stream().collect(groupingBy(Thing::place, counting())));
    }

    private RetentionReport night(LocalDate day) {
        var at = KeepingTerms.hourOf(day);
        clock.putTo(at);
        return run.run(at, false);
    }

    /** By place, how many of what the rule is about. */
    private Map<String, Long> gone(RetentionReport report) {
        var gone = new TreeMap<String, Long>();
        for (var line : report.removed()) {
            var rule =
                    run.rules().stream()
                            .filter(known ->
                                    known.name().equals(line.rule())
                                            && known.isOfOrganizations()
                                                    == (line.organization() != null))
                            .findFirst()
                            .orElseThrow();
            var organization =
                    Objects.requireNonNullElse(line.organization(), OrganizationId.INSTALLATION);
            var place = organization + " " + DrillFillers.nameOf(rule);
            gone.put(place, line.rows().getOrDefault(rule.table(), 0L));
            rowsByPlace.merge(organization + " " + line.rule(), line.total(), Long::sum);
            line.rows()
                    .forEach((table, rows) -> {
                        if (line.organization() != null && !GROWING.contains(table)) {
                            reported.merge(organization + " " + table, rows, Long::sum);
                        }
                    });
        }
        return gone;
    }

    /** What both organizations have, by table, but for what the drill itself adds. */
    private Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        for (var table : tables()) {
            for (var organization : List.of(acme, nord)) {
                var rows =
                        everything.inTransaction(jdbc ->
                                jdbc.sql(
                                                "select count(*) from %s where organization_id = :organization"
                                                                .formatted(table)
                                                        + (table.startsWith("legal_hold")
                                                                ? " and %s not in (select id from legal_hold where placed_at > '2024-01-01')"
                                                                        .formatted(
                                                                                table.equals(
                                                                                                "legal_hold")
                                                                                        ? "id"
                                                                                        : "hold_id")
                                                                : ""))
                                        .param("organization", organization)
                                        .query(Long.class)
                                        .single());
                if (rows > 0) {
                    counts.put(organization + " " + table, rows);
                }
            }
        }
        return counts;
    }

    /** Of months to which nothing is added any more. */
    private long monthsOfFew() {
        return everything.inTransaction(jdbc ->
                jdbc.sql(
                                """
                                select count(*) from language_month where conversations < 5 and month < '2024-12-01'
                                """)
                        .query(Long.class)
                        .single());
    }

    private List<String> tables() {
        return everything.inTransaction(jdbc ->
                jdbc
                        .sql(
                                """
                                select table_name from information_schema.columns
                                where table_schema = 'public' and column_name = 'organization_id'
                                """)
                        .query(String.class)
                        .list()
                        .stream()
                        .map(Objects::requireNonNull)
                        .filter(table -> !GROWING.contains(table))
                        .toList());
    }

    /** Each is an entry of the log of whom it was, and the log is whole. */
    private void receiptsAddUp() {
        var receipts = new TreeMap<String, Long>();
        for (var organization : List.of(acme, nord, OrganizationId.INSTALLATION)) {
            Tenancy.runAs(
                    organization,
                    () -> {
                        var area = new AuditLog.Filter("retention", null, null, null, null);
                        log.list(area, Long.MAX_VALUE, 10_000).stream()
                                .filter(entry -> entry.action().equals("retention.removed"))
                                .filter(entry -> !entry.at().isBefore(KeepingTerms.hourOf(FIRST)))
                                .map(entry ->
                                        json.readValue(
                                                String.valueOf(entry.detail()),
                                                new TypeReference<Map<String, String>>() {}))
                                .forEach(detail ->
                                        receipts.merge(
                                                organization + " " + detail.get("rule"),
                                                Long.parseLong(detail.get("rows")),
                                                Long::sum));
                        assertThat(check.run().findings()).isEmpty();
                    });
        }
        assertThat(receipts).isEqualTo(rowsByPlace);
    }
}
