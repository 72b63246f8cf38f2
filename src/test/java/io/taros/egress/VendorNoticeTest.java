package io.taros.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.audit.Audit;
import io.taros.platform.egress.Egress;
import io.taros.platform.egress.EgressRefused;
import io.taros.platform.egress.Purpose;
import io.taros.platform.egress.Refusal;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.MovedClock;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** P-21: whose models are new gets nothing before owners had thirty days to object. */
@TarosTest
class VendorNoticeTest {
    private static final Instant DAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final String HOST = "api.mistral.ai";
    private static final String PAGE = "/settings/outbound-data";
    private static final String AGREE = PAGE + "/vendors/mistral/agreement";

    private final Tenants tenants;
    private final SubProcessors subProcessors;
    private final Egress egress;
    private final Audit audit;
    private final MovedClock clock;
    private final int port;
    private Tenant acme;
    private Tenant beginner;

    VendorNoticeTest(
            Tenants tenants,
            SubProcessors subProcessors,
            Egress egress,
            Audit audit,
            MovedClock clock,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.subProcessors = subProcessors;
        this.egress = egress;
        this.audit = audit;
        this.clock = clock;
        this.port = port;
    }

    @BeforeEach
    void twoOrganizationsAndAnEmptyList() {
        acme = tenants.open("Acme");
        beginner = tenants.open("Beginner");
        subProcessors.refresh();
    }

    private void visitorsChatWith(Tenant tenant) {
        var here = URI.create("http://localhost:" + port);
        var bot =
                new RestCaller(here.toString(), tenant.apiKey())
                        .post("/bots", Map.of("name", "Bot"));
        Visitor.start(here, bot.json().at("/publicKey").asString());
    }

    private void ask(Tenant tenant) {
        Tenancy.runAs(
                tenant.organization(), () -> egress.begin(Purpose.ANSWER, HOST, "m", 0).close());
    }

    private void assertWaits(Tenant tenant) {
        assertThatThrownBy(() -> ask(tenant))
                .isInstanceOfSatisfying(
                        EgressRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Refusal.NOT_YET));
    }

    private Browser signedIn(String email) {
        var browser = new Browser(port);
        browser.signIn(email, Tenants.PASSWORD);
        return browser;
    }

    /** Somebody else's first call brought it upon the list. */
    private void mistralIsAnnounced() {
        visitorsChatWith(acme);
        ask(beginner);
        subProcessors.refresh();
    }

    @Test
    void isRefusedBeforeAnybodyWasToldOfIt() {
        visitorsChatWith(acme);

        assertWaits(acme);
    }

    @Test
    void getsNothingForThirtyDaysAndThenByItself() {
        clock.putTo(DAY);
        mistralIsAnnounced();

        assertWaits(acme);
        assertWaits(beginner);
        assertThat(new Browser(port).get("/sub-processors").body())
                .contains("Mistral AI SAS", "From 1 April 2026");
        clock.putTo(DAY.plus(Duration.ofDays(29)));
        assertWaits(acme);
        clock.putTo(DAY.plus(Duration.ofDays(30)));
        ask(acme);
    }

    @Test
    void comesAtOnceToWhoseOwnerAgreesAndToNobodyElse() {
        mistralIsAnnounced();
        var owner = signedIn(acme.email());
        var manager = signedIn(tenants.member(acme.organization(), Role.ADMIN));
        manager.get(PAGE);
        assertThat(owner.get(PAGE).body())
                .contains("nothing of your organisation’s before", "Use it now")
                .contains(AGREE);

        assertThat(manager.post(AGREE).status()).isEqualTo(403);
        assertWaits(acme);
        assertThat(owner.post(AGREE).status()).isEqualTo(303);

        ask(acme);
        assertWaits(beginner);
        var entry = Tenancy.callAs(acme.organization(), () -> audit.latest(1)).getFirst();
        assertThat(entry.action()).isEqualTo("egress.vendor-agreed");
        assertThat(entry.detail()).contains("mistral");
        assertThat(owner.post(AGREE).status())
                .as("there is nothing left to agree to")
                .isEqualTo(404);
    }

    /** They chose us with the list as it stands. */
    @Test
    void comesAtOnceToWhoeverOpensAnOrganizationLater() {
        mistralIsAnnounced();
        var later = tenants.open("Later");
        visitorsChatWith(later);

        ask(later);
        assertWaits(acme);
    }

    @Test
    void waitsForNobodyWhileNobodyChats() {
        ask(acme);
        subProcessors.refresh();
        visitorsChatWith(acme);

        ask(acme);
    }

    @Test
    void isToldOfAnewWhenItComesBack() {
        clock.putTo(DAY);
        ask(acme);
        subProcessors.refresh();
        visitorsChatWith(acme);
        ask(acme);
        clock.putTo(DAY.plus(Duration.ofDays(31)));
        subProcessors.refresh();

        assertWaits(acme);
    }
}
