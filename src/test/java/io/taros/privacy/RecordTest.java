package io.taros.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.organization.Tenants;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** P-01, P-18: an organization reads what is kept, what for, how long, and how much of it. */
@TarosTest
class RecordTest {
    private static final String PAGE = "/settings/record-of-processing";

    private final Tenants tenants;
    private final Bots bots;
    private final Browser owner;
    private Tenants.Tenant acme;

    RecordTest(Tenants tenants, Bots bots, @LocalServerPort int port) {
        this.tenants = tenants;
        this.bots = bots;
        owner = new Browser(port);
    }

    @BeforeEach
    void acmeSignsIn() {
        acme = tenants.open("Acme");
        owner.signIn(acme.email(), Tenants.PASSWORD);
    }

    @Test
    void saysWhoseItIsAndOnWhichBasis() {
        var page = Jsoup.parse(owner.get(PAGE).body());

        assertThat(section(page, "Conversations with visitors").text())
                .contains(
                        "You are controller, the operator is processor",
                        "Art. 28 (3)",
                        "Messages Contact details encrypted What was said encrypted What was done, and when in clear");
        assertThat(section(page, "Accounts and organisations").text())
                .contains("The operator of this installation is controller", "Art. 6 (1) (b)");
    }

    @Test
    void countsWhatTheOrganizationHasAndNothingOfOthers() {
        assertThat(rowsOf("Conversations")).isEqualTo("0");
        var other = tenants.open("Other");
        converse(other);
        converse(acme);
        converse(acme);

        assertThat(rowsOf("Conversations")).isEqualTo("2");
        assertThat(rowsOf("Messages")).isEqualTo("4");
        assertThat(rowsOf("Sessions")).as("nobody's in particular").isEqualTo("–");
    }

    @Test
    void saysHowLongTheOrganizationWantsItKept() {
        assertThat(row("Messages").text()).contains("90 days after the last word");

        owner.get("/settings/retention");
        owner.post("/settings/retention/conversations", "days", "30");

        assertThat(row("Messages").text()).contains("30 days after the last word");
    }

    private void converse(Tenants.Tenant tenant) {
        var key =
                Tenancy.callAs(
                        tenant.organization(),
                        () -> bots.add(BotSettings.named("Robin")).publicKey().value());
        var visitor = Visitor.start(owner.at("/"), key);
        visitor.replyTo(visitor.say("When are you open?", "1"));
    }

    private String rowsOf(String what) {
        return row(what).select("td").last().text();
    }

    private Element row(String what) {
        return Jsoup.parse(owner.get(PAGE).body()).select("tr").stream()
                .filter(row -> row.select(".cell-title").text().equals(what))
                .findFirst()
                .orElseThrow();
    }

    private static Element section(Element page, String title) {
        return page.select("section").stream()
                .filter(section -> section.select("h2").text().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
