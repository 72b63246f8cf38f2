package io.taros.egress;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.audit.Audit;
import io.taros.platform.egress.Egress;
import io.taros.platform.egress.EgressPolicies;
import io.taros.platform.egress.EgressPolicy;
import io.taros.platform.egress.Purpose;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** P-15, P-21: an organization sees what left for it, and decides what may. */
@TarosTest
class OutboundDataTest {
    private static final String PAGE = "/settings/outbound-data";

    private final Tenants tenants;
    private final Egress egress;
    private final EgressPolicies policies;
    private final Audit audit;
    private final int port;
    private final Browser owner;
    private Tenant acme;

    OutboundDataTest(
            Tenants tenants,
            Egress egress,
            EgressPolicies policies,
            Audit audit,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.egress = egress;
        this.policies = policies;
        this.audit = audit;
        this.port = port;
        owner = new Browser(port);
    }

    @BeforeEach
    void acmeIsOpen() {
        acme = tenants.open("Acme");
        owner.signIn(acme.email(), Tenants.PASSWORD);
        owner.get(PAGE);
    }

    private void call(Purpose purpose, String host) {
        Tenancy.runAs(
                acme.organization(),
                () -> {
                    try (var call = egress.begin(purpose, host, "model-1", null)) {
                        call.sent(1_234);
                        call.answered();
                    }
                });
    }

    private EgressPolicy policy() {
        return Tenancy.callAs(acme.organization(), policies::current);
    }

    @Test
    void isCarefulUntilSomebodyDecidesOtherwise() {
        assertThat(policy()).isEqualTo(EgressPolicy.USUAL);
        assertThat(owner.get(PAGE).body()).contains("Nothing has left");

        var saved =
                owner.post(
                        PAGE,
                        "rules",
                        "true",
                        "choice",
                        "some",
                        "noTraining",
                        "true",
                        "vendors",
                        "mistral",
                        "vendors",
                        "openai");

        assertThat(saved.status()).isEqualTo(303);
        assertThat(policy())
                .isEqualTo(new EgressPolicy(false, true, List.of("mistral", "openai"), false));
        var entry = Tenancy.callAs(acme.organization(), () -> audit.latest(1)).getFirst();
        assertThat(entry.action()).isEqualTo("egress.policy-changed");
        assertThat(entry.detail())
                .contains("true → false", "* → mistral openai")
                .doesNotContain("no-training");
        assertThat(owner.get("/settings/audit-log").body())
                .contains("Rules for outbound data changed");
    }

    @Test
    void takesNoFormThatDoesNotSayWhatItWants() {
        assertThat(owner.post(PAGE).status()).isEqualTo(422);
        assertThat(owner.post(PAGE, "rules", "true").status()).isEqualTo(422);
        assertThat(
                        owner.post(PAGE, "rules", "true", "choice", "some", "vendors", "nobody")
                                .status())
                .isEqualTo(422);
        assertThat(policy()).isEqualTo(EgressPolicy.USUAL);
    }

    @Test
    void showsEachCallToItsOrganizationAlone() {
        call(Purpose.ANSWER, "api.mistral.ai");
        call(Purpose.MAIL, "localhost");

        assertThat(owner.get(PAGE).body())
                .contains("Mistral AI SAS", "api.mistral.ai", "model-1", "A server of our own");
        assertThat(owner.get(PAGE + "?vendor=own").body()).doesNotContain("api.mistral.ai");
        assertThat(owner.get(PAGE + "?purpose=DOMAIN_CHECK").body())
                .contains("Nothing left with these filters");
        var stranger = new Browser(port);
        stranger.signIn(tenants.open("Other").email(), Tenants.PASSWORD);
        assertThat(stranger.get(PAGE).body()).contains("Nothing has left");
    }

    @Test
    void isExportedAsATableAndThatIsWrittenDown() {
        call(Purpose.ANSWER, "api.mistral.ai");

        var table = owner.get(PAGE + "/export.csv?vendor=mistral");

        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.body().lines()).hasSize(2);
        assertThat(table.body())
                .contains("at,purpose,vendor,legal_name")
                .contains("ANSWER,mistral,Mistral AI SAS,api.mistral.ai,EU,model-1")
                .contains("QUESTION CONVERSATION PASSAGES INSTRUCTIONS,1,1234,0,,ANSWERED");
        assertThat(Tenancy.callAs(acme.organization(), () -> audit.latest(1)).getFirst().action())
                .isEqualTo("egress.exported");
    }

    @Test
    void isReadOverRestWithAScopeOfItsOwn() {
        call(Purpose.ANSWER, "api.mistral.ai");
        call(Purpose.EMBED_QUESTION, "api.mistral.ai");
        var url = "http://localhost:" + port;
        var reader = new RestCaller(url, tenants.key(acme.organization(), List.of("egress:read")));

        var page = reader.get("/egress?vendor=mistral&limit=1").json();
        assertThat(page.at("/data/0/purpose").asString()).isEqualTo("embed_question");
        assertThat(page.at("/data/0/area").asString()).isEqualTo("eu");
        assertThat(page.at("/data/0/sentBytes").asLong()).isEqualTo(1234);
        assertThat(page.at("/pagination/hasMore").asBoolean()).isTrue();
        var cursor = page.at("/pagination/cursor").asString();
        var rest = reader.get("/egress?limit=1&cursor=" + cursor).json();
        assertThat(rest.at("/data/0/purpose").asString()).isEqualTo("answer");
        assertThat(rest.at("/pagination/hasMore").asBoolean()).isFalse();
        var totals = reader.get("/egress/totals").json();
        assertThat(totals.at("/data/0/calls").asLong()).isEqualTo(2);
        assertThat(reader.get("/egress?to=2020-01-01T00:00:00Z").json().at("/data").isEmpty())
                .isTrue();

        var other = new RestCaller(url, tenants.key(acme.organization(), List.of("bots:read")));
        assertThat(other.get("/egress").status()).isEqualTo(403);
    }

    @Test
    void isForAnalystsToReadAndForManagersToDecide() {
        var analyst = new Browser(port);
        analyst.signIn(tenants.member(acme.organization(), Role.ANALYST), Tenants.PASSWORD);
        var agent = new Browser(port);
        agent.signIn(tenants.member(acme.organization(), Role.AGENT), Tenants.PASSWORD);

        assertThat(analyst.get(PAGE).status()).isEqualTo(200);
        assertThat(analyst.post(PAGE, "rules", "true", "choice", "all").status()).isEqualTo(403);
        assertThat(agent.get(PAGE).status()).isEqualTo(403);
    }
}
