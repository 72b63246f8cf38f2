package io.taros.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.answering.model.AskedModels;
import io.taros.answering.model.ModelServer;
import io.taros.answering.model.Models;
import io.taros.answering.model.Protocol;
import io.taros.bot.Provider;
import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.egress.EgressSettings.Entry;
import io.taros.platform.egress.LedgerEntry.Outcome;
import io.taros.platform.egress.OutboundLog.Filter;
import io.taros.platform.fetch.FetchRequest;
import io.taros.platform.fetch.SafeFetch;
import io.taros.platform.models.ModelSettings;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.testing.TarosTest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** P-13, P-15, P-22, P-25: what left is written down, and what may not leave does not. */
@TarosTest
class LedgerTest {
    private final Tenants tenants;
    private final LedgerRows rows;
    private final EgressPolicies policies;
    private final OutboundLog log;
    private final Egress egress;
    private final SafeFetch fetch;
    private final PassingCalls passing;
    private final Ids ids;
    private final ModelServer server = new ModelServer();
    private Tenant acme;
    private Tenant other;

    LedgerTest(
            Tenants tenants,
            LedgerRows rows,
            EgressPolicies policies,
            OutboundLog log,
            Egress egress,
            SafeFetch fetch,
            PassingCalls passing,
            Ids ids) {
        this.tenants = tenants;
        this.rows = rows;
        this.policies = policies;
        this.log = log;
        this.egress = egress;
        this.fetch = fetch;
        this.passing = passing;
        this.ids = ids;
    }

    @BeforeEach
    void two() {
        acme = tenants.open("Acme");
        other = tenants.open("Other");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** The fake on this machine stands for a vendor in the world. */
    private Egress egress(Area area) {
        var entry =
                new Entry(
                        "Somewhere Inc.",
                        "US",
                        area,
                        Safeguard.CONTRACT_CLAUSES,
                        true,
                        null,
                        List.of("127.0.0.1"),
                        null);
        var vendors = new Vendors(new EgressSettings(Map.of("somewhere", entry), List.of()));
        return new Egress(vendors, rows, policies::current, ids, InstantSource.system());
    }

    private static ModelSettings settings(ModelServer server) {
        return Protocol.OPENAI.settings(
                server.baseUrl(), Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    private List<LedgerEntry> calls(Tenant tenant) {
        return Tenancy.callAs(tenant.organization(), () -> log.list(Filter.ALL, null, 100));
    }

    private void ask(Egress way) {
        var models = new Models(settings(server), InstantSource.system(), way);
        var endpoint = AskedModels.endpoint(Provider.OPENAI, settings(server));
        AskedModels.write(models, endpoint, Purpose.ANSWER, "Hello");
        models.destroy();
    }

    @Test
    void keepsOneLineForEachCallThatTheServerSaw() {
        server.plays(ModelServer.stream(Protocol.OPENAI.frames("Yes.")));
        Tenancy.runAs(
                acme.organization(),
                () -> policies.replace(new EgressPolicy(false, true, null, true)));

        for (var i = 0; i < 3; i++) {
            Tenancy.runAs(acme.organization(), () -> ask(egress(Area.OUTSIDE)));
        }

        assertThat(server.received()).hasSize(3);
        assertThat(calls(acme))
                .hasSize(3)
                .allSatisfy(call -> {
                    assertThat(call.outcome()).isEqualTo(Outcome.ANSWERED);
                    assertThat(call.vendor()).isEqualTo("somewhere");
                    assertThat(call.area()).isEqualTo(Area.OUTSIDE);
                    assertThat(call.data()).isEqualTo(Purpose.ANSWER.data());
                    assertThat(call.masked()).isZero();
                });
        assertThat(calls(acme))
                .extracting(LedgerEntry::sentBytes)
                .containsOnly((long) server.received().getFirst().body().getBytes().length);
        assertThat(calls(other)).as("nobody else's").isEmpty();
        var total = Tenancy.callAs(acme.organization(), () -> log.totals(Filter.ALL)).getFirst();
        assertThat(total.calls()).isEqualTo(3);
        assertThat(total.refused()).isZero();
    }

    /** The rule is kept where the call begins, whoever forgot to ask before. */
    @Test
    void sendsNothingThatThePolicyForbids() {
        server.plays(ModelServer.stream(Protocol.OPENAI.frames("Yes.")));

        Tenancy.runAs(acme.organization(), () -> ask(egress(Area.OUTSIDE)));

        assertThat(server.received()).isEmpty();
        assertThat(calls(acme)).hasSize(1);
        assertThat(calls(acme).getFirst().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(calls(acme).getFirst().sentBytes()).isZero();

        Tenancy.runAs(
                acme.organization(),
                () -> policies.replace(new EgressPolicy(false, true, null, true)));
        Tenancy.runAs(acme.organization(), () -> ask(egress(Area.OUTSIDE)));
        Tenancy.runAs(other.organization(), () -> ask(egress(Area.OUTSIDE)));

        assertThat(server.received()).as("only for who allowed it").hasSize(1);
    }

    @Test
    void forbidsThatOfWhichNothingIsKnown() {
        assertThatThrownBy(() ->
                        Tenancy.runAs(
                                acme.organization(),
                                () ->
                                        egress(Area.UNKNOWN)
                                                .begin(
                                                        Purpose.EMBED_KNOWLEDGE,
                                                        "127.0.0.1",
                                                        "m",
                                                        0)))
                .isInstanceOfSatisfying(
                        EgressRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Refusal.UNKNOWN_AREA));
    }

    /** Mail that waited thirty days would be mail lost: its server is the operator's to name. */
    @Test
    void keepsTheFirstDayOfAVendorForModelsAlone() {
        var entry =
                new Entry(
                        "Later ApS",
                        "DK",
                        Area.EU,
                        Safeguard.NONE_NEEDED,
                        true,
                        null,
                        List.of("later.example"),
                        LocalDate.of(2999, 12, 27));
        var vendors = new Vendors(new EgressSettings(Map.of("later", entry), List.of()));
        var way = new Egress(vendors, rows, policies::current, ids, InstantSource.system());

        for (var purpose : Purpose.values()) {
            if (purpose.isOfModels()) {
                assertThatThrownBy(() -> way.begin(purpose, "api.later.example"))
                        .isInstanceOfSatisfying(
                                EgressRefused.class,
                                refused -> assertThat(refused.why()).isEqualTo(Refusal.NOT_YET));
            } else {
                way.begin(purpose, "api.later.example").close();
            }
        }
    }

    /** A server that stops in the middle leaves a line that says so. */
    @Test
    void isWrittenBeforeAnythingIsSent() {
        Tenancy.runAs(
                acme.organization(),
                () -> {
                    var call = egress.begin(Purpose.ANSWER, "localhost", "m", 1);
                    assertThat(log.list(Filter.ALL, null, 10))
                            .extracting(LedgerEntry::outcome)
                            .containsExactly(Outcome.OPEN);
                    call.sent(10);
                    call.close();
                    assertThat(log.list(Filter.ALL, null, 10))
                            .extracting(LedgerEntry::outcome)
                            .containsExactly(Outcome.FAILED);
                });
    }

    @Test
    void countsPagesOfASiteInsteadOfListingThem() {
        server.plays(ModelServer.status(200, "Content-Type", "text/html"));
        var page = server.baseUrl() + "/page";

        Tenancy.runAs(
                acme.organization(),
                () -> {
                    for (var i = 0; i < 5; i++) {
                        fetch.fetch(FetchRequest.of(Purpose.CRAWL, page));
                    }
                });

        assertThat(server.received()).hasSize(5);
        assertThat(calls(acme).stream().mapToLong(LedgerEntry::calls).sum()).isEqualTo(5);
        assertThat(calls(acme).size()).as("an hour may end meanwhile").isLessThanOrEqualTo(2);
    }

    /** The first model in order is refused with every question: a number, not a line for each. */
    @Test
    void countsRefusalsByTheHour() {
        Tenancy.runAs(
                acme.organization(),
                () -> {
                    for (var i = 0; i < 3; i++) {
                        egress.refused(Purpose.ANSWER, "api.openai.com", "m");
                    }
                    egress.refused(Purpose.ANSWER, "api.openai.com", "another");
                    assertThatThrownBy(
                                    () -> egress.begin(Purpose.ANSWER, "api.openai.com", "m", null))
                            .isInstanceOf(EgressRefused.class);
                });

        assertThat(calls(acme)).allMatch(call -> call.outcome() == Outcome.REFUSED);
        assertThat(
                        calls(acme).stream()
                                .filter(call -> "m".equals(call.model()))
                                .mapToLong(LedgerEntry::calls)
                                .sum())
                .isEqualTo(4);
        assertThat(calls(acme).size()).as("an hour may end meanwhile").isLessThanOrEqualTo(3);
    }

    @Test
    void readsThePolicyOnceForAllThatCouldBeAsked() {
        var reads = new AtomicInteger();
        var way =
                new Egress(
                        Vendors.builtIn(),
                        rows,
                        () -> {
                            reads.incrementAndGet();
                            return EgressPolicy.USUAL;
                        },
                        ids,
                        InstantSource.system());
        var models = new Models(threeKeys(), InstantSource.system(), way);

        var choice = models.choose(Provider.AUTOMATIC, null);

        assertThat(choice.refused()).hasSize(2);
        assertThat(choice.endpoint().orElseThrow().provider()).isEqualTo(Provider.MISTRAL);
        assertThat(reads).hasValue(1);
        models.destroy();
    }

    private static ModelSettings threeKeys() {
        var keys = new HashMap<String, String>();
        for (var provider : List.of("openai", "anthropic", "mistral")) {
            keys.put("taros.models." + provider + ".api-key", "key");
        }
        return new Binder(new MapConfigurationPropertySource(keys))
                .bindOrCreate("taros.models", ModelSettings.class);
    }

    @Test
    void isTheInstallationsWhereNobodyIsBound() {
        egress.begin(Purpose.MAIL, "smtp.acme.example").close();
        Tenancy.runAs(
                acme.organization(),
                () -> egress.begin(Purpose.PASSWORD_CHECK, "api.pwnedpasswords.com").close());

        assertThat(calls(acme)).isEmpty();
        assertThat(ofInstallation())
                .extracting(LedgerEntry::purpose)
                .containsExactlyInAnyOrder(Purpose.MAIL, Purpose.PASSWORD_CHECK);
    }

    private List<LedgerEntry> ofInstallation() {
        return Tenancy.callAs(OrganizationId.INSTALLATION, () -> log.list(Filter.ALL, null, 100));
    }

    @Test
    void goesAfterAYear() {
        egress.begin(Purpose.MAIL, "smtp.acme.example").close();
        var begun = ofInstallation().getFirst().at();

        assertThat(passing.count(begun)).isEmpty();
        assertThat(passing.remove(begun, 10)).isEmpty();
        assertThat(passing.remove(begun.plusMillis(1), 10)).containsEntry("egress_call", 1L);
        assertThat(ofInstallation()).isEmpty();
        assertThat(passing.ofOrganizations().getFirst().term().usual())
                .isEqualTo(Duration.ofDays(365));
    }

    @Test
    void isReadPageByPage() {
        Tenancy.runAs(
                acme.organization(),
                () -> {
                    for (var i = 0; i < 7; i++) {
                        egress.begin(Purpose.ANSWER, "localhost", "m" + i, 0).close();
                    }
                    var first = log.list(Filter.ALL, null, 3);
                    var second = log.list(Filter.ALL, first.getLast().id(), 10);
                    assertThat(first)
                            .extracting(LedgerEntry::model)
                            .containsExactly("m6", "m5", "m4");
                    assertThat(second)
                            .extracting(LedgerEntry::model)
                            .containsExactly("m3", "m2", "m1", "m0");
                    var none = new Filter(null, Purpose.MAIL, null, null);
                    assertThat(log.list(none, null, 10)).isEmpty();
                    var later = new Filter(null, null, Instant.now().plusSeconds(60), null);
                    assertThat(log.list(later, null, 10)).isEmpty();
                });
    }
}
