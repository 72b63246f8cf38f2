package io.taros.signon;

import static io.taros.account.AccountTest.MAIL;
import static io.taros.account.ProvidersTest.DNS;
import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.account.ProvidersTest;
import io.taros.organization.Tenants;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Browser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** P-34: a domain counts for the one organization that has shown it is its own, while it does. */
@ProvidersTest
class DomainsTest {
    private static final String DOMAIN = "loom.example";

    private final Tenants tenants;
    private final Houses houses;
    private final CheckingDomain checking;
    private final Audit audit;
    private final CrossOrganization everything;
    private final int port;
    private final Browser owner;
    private Tenants.Tenant loom;

    DomainsTest(
            Tenants tenants,
            Houses houses,
            CheckingDomain checking,
            Audit audit,
            CrossOrganization everything,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.houses = houses;
        this.checking = checking;
        this.audit = audit;
        this.everything = everything;
        this.port = port;
        owner = new Browser(port);
    }

    @BeforeEach
    void someoneIsHere() {
        DNS.empty();
        MAIL.empty();
        loom = tenants.open("Loom");
        houses.everybodyAgreed();
        owner.signIn(loom.email(), Tenants.PASSWORD);
        owner.get("/settings/domains");
    }

    @Test
    void isProvenByARecordAndOnAButton() {
        owner.post("/settings/domains", "domain", "Loom.Example");
        var domain = houses.get(loom.organization(), DOMAIN);

        assertThat(owner.get("/settings/domains").body())
                .contains("taros-verification=" + domain.token())
                .doesNotContain(">Yours<");
        assertThat(check(domain).body()).contains("Record not found");
        DNS.set(DOMAIN, "taros-verification=another");
        assertThat(check(domain).body()).contains("Record not found");
        DNS.set(DOMAIN, "v=spf1 -all", domain.record());
        assertThat(check(domain).body()).contains("Leave the record where it is");
        assertThat(actions(loom)).contains("domain.added", "domain.verified");
    }

    @Test
    void isProvenWithoutAnybodyPressingAButton() {
        owner.post("/settings/domains", "domain", DOMAIN);
        var domain = houses.get(loom.organization(), DOMAIN);
        DNS.set(DOMAIN, domain.record());

        run(new CheckDomain(loom.organization(), domain.id(), Instant.now()));

        assertThat(houses.get(loom.organization(), DOMAIN).isVerified()).isTrue();
    }

    @Test
    void isLookedForEverMoreSeldomWhileItIsNotThereAndDailyOnceItIs() {
        var added = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        var waiting =
                new Domain(
                        new Domain.Id(UUID.randomUUID()),
                        DOMAIN,
                        "token",
                        added,
                        added,
                        Domain.Answer.ABSENT,
                        null,
                        null,
                        null);

        assertThat(checking.next(waiting, added)).contains(added.plus(Duration.ofMinutes(5)));
        assertThat(checking.next(waiting, added.plus(Duration.ofDays(2))))
                .contains(added.plus(Duration.ofHours(60)));
        assertThat(checking.next(waiting, added.plus(Duration.ofDays(7)))).isEmpty();
        var proven = houses.prove(loom, DOMAIN);
        assertThat(checking.next(proven, added.plusSeconds(60)))
                .contains(added.plusSeconds(60).plus(Duration.ofDays(1)));
        assertThat(checking.next(proven, added.minus(Duration.ofDays(30))).orElseThrow())
                .as("once after a long rest")
                .isAfter(added);
    }

    @Test
    void refusesWhatIsNobodysAlone() {
        for (var each : List.of("gmail.com", "co.uk", "not a domain", "")) {
            var answer = owner.post("/settings/domains", "domain", each);
            assertThat(answer.status()).as(each).isEqualTo(422);
        }
        assertThat(owner.post("/settings/domains", "domain", "gmail.com").body())
                .contains("Anybody can have an address at gmail.com");
        owner.post("/settings/domains", "domain", DOMAIN);
        assertThat(owner.post("/settings/domains", "domain", DOMAIN).body())
                .contains("is on the list already");
    }

    /** Whoever learns this can write into the domain's DNS; whose it is they do not learn. */
    @Test
    void belongsToOneOrganizationAtATime() {
        houses.prove(loom, DOMAIN);
        var shuttle = tenants.open("Shuttle");
        houses.everybodyAgreed();
        var other = new Browser(port);
        other.signIn(shuttle.email(), Tenants.PASSWORD);
        other.get("/settings/domains");
        other.post("/settings/domains", "domain", DOMAIN);
        var theirs = houses.get(shuttle.organization(), DOMAIN);

        houses.look(shuttle.organization(), DOMAIN);
        assertThat(other.get("/settings/domains").body())
                .as("without a record nobody learns of another")
                .contains("Record not found");
        DNS.set(DOMAIN, theirs.record(), houses.get(loom.organization(), DOMAIN).record());
        other.post("/settings/domains/" + theirs.id() + "/check");
        var page = other.get("/settings/domains").body();
        assertThat(page).contains("Proven by another organisation").doesNotContain("Loom<");
        assertThat(houses.get(shuttle.organization(), DOMAIN).isVerified()).isFalse();

        owner.get("/settings/domains");
        owner.post(
                "/settings/domains/" + houses.get(loom.organization(), DOMAIN).id() + "/removal");
        houses.look(shuttle.organization(), DOMAIN);
        assertThat(houses.get(shuttle.organization(), DOMAIN).isVerified()).isTrue();
    }

    @Test
    void isLostOnceItsRecordWasGoneForAWeekAndItsOwnersAreTold() {
        houses.prove(loom, DOMAIN);
        var danish = tenants.member(loom.organization(), Role.OWNER, "da");
        DNS.remove(DOMAIN);

        houses.look(loom.organization(), DOMAIN);
        assertThat(houses.get(loom.organization(), DOMAIN).isVerified()).isTrue();
        assertThat(owner.get("/settings/domains").body()).contains("Record gone");
        assertThat(MAIL.get(loom.email(), "The record of loom.example is gone").text())
                .contains("7 days")
                .doesNotContain("{");
        houses.look(loom.organization(), DOMAIN);
        goneFor(Duration.ofDays(7).minusMinutes(5));
        houses.look(loom.organization(), DOMAIN);
        assertThat(houses.get(loom.organization(), DOMAIN).isVerified()).isTrue();
        goneFor(Duration.ofDays(7));
        houses.look(loom.organization(), DOMAIN);

        assertThat(houses.get(loom.organization(), DOMAIN).isVerified()).isFalse();
        var letter = MAIL.get(loom.email(), "loom.example does not count as yours any more");
        assertThat(letter.link()).isEqualTo("/settings/domains");
        assertThat(MAIL.get(danish, "loom.example tæller ikke længere som jeres").text())
                .contains("7 dage");
        assertThat(actions(loom)).contains("domain.missing", "domain.lost");
        assertThat(MAIL.all(loom.email())).as("told once each").hasSize(2);
    }

    @Test
    void isKeptWhenItsRecordIsBackInTime() {
        houses.prove(loom, DOMAIN);
        DNS.remove(DOMAIN);
        houses.look(loom.organization(), DOMAIN);
        goneFor(Duration.ofDays(6));
        houses.prove(loom, DOMAIN);
        assertThat(houses.get(loom.organization(), DOMAIN).missingSince()).isNull();
    }

    /** Trouble on the way to a name server says nothing about the domain. */
    @Test
    void isNotLostBecauseNobodyAnswers() {
        houses.prove(loom, DOMAIN);
        DNS.fail(DOMAIN);
        houses.look(loom.organization(), DOMAIN);
        assertThat(houses.get(loom.organization(), DOMAIN).missingSince()).isNull();
        DNS.empty();
        DNS.saysNothingOf(DOMAIN);
        houses.look(loom.organization(), DOMAIN);
        var domain = houses.get(loom.organization(), DOMAIN);
        assertThat(domain.missingSince()).isNull();
        assertThat(domain.answer()).isEqualTo(Domain.Answer.SILENT);
    }

    /** That of a domain whose owner let it go says nothing either, and for good. */
    @Test
    void isLostOnceNobodyAnsweredForLongAndItsOwnersAreTold() {
        houses.prove(loom, DOMAIN);
        DNS.fail(DOMAIN);
        // The look that proving it asked for may still be on its way.
        eventually(() -> {
            houses.look(loom.organization(), DOMAIN);
            assertThat(owner.get("/settings/domains").body()).contains("Yours, no answer");
        });

        silentFor(Duration.ofDays(7).minusMinutes(5));
        houses.look(loom.organization(), DOMAIN);
        assertThat(houses.get(loom.organization(), DOMAIN).missingSince()).isNull();
        silentFor(Duration.ofDays(7));
        houses.look(loom.organization(), DOMAIN);

        assertThat(houses.get(loom.organization(), DOMAIN).missingSince()).isNotNull();
        assertThat(owner.get("/settings/domains").body()).contains("No answer for a week");
        assertThat(MAIL.get(loom.email(), "The name servers of loom.example do not answer").text())
                .contains("7 days")
                .doesNotContain("{");
        goneFor(Duration.ofDays(7));
        houses.look(loom.organization(), DOMAIN);
        assertThat(houses.get(loom.organization(), DOMAIN).isVerified()).isFalse();
        MAIL.get(loom.email(), "loom.example does not count as yours any more");
        assertThat(actions(loom)).contains("domain.missing", "domain.lost");
        assertThat(MAIL.all(loom.email())).as("told once each").hasSize(2);
    }

    @Test
    void beginsToCountAnewWhenItsNameServerAnswers() {
        houses.prove(loom, DOMAIN);
        DNS.fail(DOMAIN);
        houses.look(loom.organization(), DOMAIN);
        silentFor(Duration.ofDays(8));
        DNS.empty();
        houses.prove(loom, DOMAIN);
        DNS.fail(DOMAIN);
        houses.look(loom.organization(), DOMAIN);
        houses.look(loom.organization(), DOMAIN);

        assertThat(houses.get(loom.organization(), DOMAIN).missingSince()).isNull();
    }

    /** A name that leads elsewhere shows what somebody else wrote there. */
    @Test
    void isNotProvenByTheRecordOfAnotherName() {
        owner.post("/settings/domains", "domain", DOMAIN);
        DNS.alias(DOMAIN, "left-behind.example", houses.get(loom.organization(), DOMAIN).record());
        houses.look(loom.organization(), DOMAIN);
        assertThat(houses.get(loom.organization(), DOMAIN).answer())
                .isEqualTo(Domain.Answer.ABSENT);
    }

    @Test
    void isNothingToAnybodyElse() {
        var domain = houses.prove(loom, DOMAIN);
        var shuttle = tenants.open("Shuttle");
        houses.everybodyAgreed();
        var other = new Browser(port);
        other.signIn(shuttle.email(), Tenants.PASSWORD);
        other.get("/settings/domains");
        for (var verb : List.of("/check", "/removal")) {
            assertThat(other.post("/settings/domains/" + domain.id() + verb).status())
                    .isEqualTo(404);
        }
        assertThat(other.get("/settings/domains").body()).doesNotContain(DOMAIN);
        assertThat(houses.get(loom.organization(), DOMAIN).isVerified()).isTrue();

        var agent = new Browser(port);
        var email = tenants.member(loom.organization(), Role.AGENT);
        houses.everybodyAgreed();
        agent.signIn(email, Tenants.PASSWORD);
        assertThat(agent.get("/settings/domains").status()).isEqualTo(403);
    }

    private Browser.Page check(Domain domain) {
        eventually(() -> {
            owner.get("/settings/domains");
            var answer = owner.post("/settings/domains/" + domain.id() + "/check");
            assertThat(answer.status()).isEqualTo(303);
        });
        return owner.get("/settings/domains");
    }

    private void run(CheckDomain job) {
        Tenancy.runAs(job.organization(), () -> checking.handle(job));
    }

    private void silentFor(Duration time) {
        everything.inTransaction(jdbc ->
                jdbc.sql("update organization_domain set silent_since = :since where name = :name")
                        .param("since", Instant.now().minus(time))
                        .param("name", DOMAIN)
                        .update());
    }

    private void goneFor(Duration time) {
        everything.inTransaction(jdbc ->
                jdbc.sql("update organization_domain set missing_since = :since where name = :name")
                        .param("since", Instant.now().minus(time))
                        .param("name", DOMAIN)
                        .update());
    }

    private List<String> actions(Tenants.Tenant tenant) {
        OrganizationId organization = tenant.organization();
        return Tenancy.callAs(
                organization, () -> audit.latest(100).stream().map(AuditEntry::action).toList());
    }
}
