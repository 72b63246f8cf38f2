package io.taros.egress;

import static io.taros.account.AccountTest.MAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.account.Account;
import io.taros.account.AccountTest;
import io.taros.egress.SubProcessorLists.Version;
import io.taros.organization.Members;
import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.egress.Area;
import io.taros.platform.egress.Egress;
import io.taros.platform.egress.Purpose;
import io.taros.platform.egress.Safeguard;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.MovedClock;
import io.taros.testing.RestCaller;
import io.taros.testing.Visitor;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xml.sax.InputSource;

/** P-21, P-22: who processes is public, dated, and told beforehand. */
@AccountTest
class SubProcessorsTest {
    private static final Instant EARLIER = Instant.parse("2026-01-02T03:04:05Z");
    private static final SubProcessor ACME =
            new SubProcessor(
                    "acme",
                    "Acme <Inference> ApS",
                    "DK",
                    Area.EU,
                    Safeguard.NONE_NEEDED,
                    null,
                    List.of(Purpose.ANSWER),
                    LocalDate.of(2999, 12, 27));

    private final Tenants tenants;
    private final SubProcessors subProcessors;
    private final SubProcessorLists lists;
    private final Egress egress;
    private final Jobs jobs;
    private final Members members;
    private final JdbcClient jdbc;
    private final MovedClock clock;
    private final int port;
    private final Browser anybody;
    private Tenant acme;

    SubProcessorsTest(
            Tenants tenants,
            SubProcessors subProcessors,
            SubProcessorLists lists,
            Egress egress,
            Jobs jobs,
            Members members,
            JdbcClient jdbc,
            MovedClock clock,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.subProcessors = subProcessors;
        this.lists = lists;
        this.egress = egress;
        this.jobs = jobs;
        this.members = members;
        this.jdbc = jdbc;
        this.clock = clock;
        this.port = port;
        anybody = new Browser(port);
    }

    @BeforeEach
    void anOrganization() {
        MAIL.empty();
        acme = tenants.open("Acme");
    }

    @Test
    void areNobodyWhereNothingIsSetUp() {
        subProcessors.refresh();

        assertThat(lists.last().orElseThrow().entries()).isEmpty();
        assertThat(anybody.get("/sub-processors").body())
                .contains("no other company gets data", "Version 1");
        subProcessors.refresh();
        assertThat(lists.list(10)).as("nothing changed").hasSize(1);
    }

    /** Thirty days ahead, or as many as the operator gives: with the day, and where to object. */
    @Test
    void areToldToOwnersBeforeTheyGetAnything() {
        lists.add(new Version(1, EARLIER, List.of()), List.of());
        lists.add(new Version(2, EARLIER.plusSeconds(60), List.of(ACME)), List.of());

        Tenancy.runAs(
                acme.organization(),
                () ->
                        jobs.enqueue(
                                new TellOfSubProcessor(acme.organization(), owner(), 2, "acme")));

        assertThat(
                        MAIL.get(
                                        acme.email(),
                                        "Acme <Inference> ApS will process data from 27 December 2999")
                                .text())
                .contains("Until then it gets nothing");
    }

    /**
     * Or the version would stand, and nobody would ever be told: the next start finds nothing new.
     */
    @Test
    void areNotListedWhereTheNewsOfThemIsLost() {
        lists.add(new Version(1, EARLIER, List.of()), List.of());
        var news = new TellOfSubProcessor(acme.organization(), owner(), 2, "acme");
        var lost = new TellOfSubProcessor(acme.organization(), owner(), 2, "\0");
        var version = new Version(2, EARLIER.plusSeconds(60), List.of(ACME));

        assertThatThrownBy(() -> lists.add(version, List.of(news, lost)))
                .isInstanceOf(RuntimeException.class);

        assertThat(lists.last().orElseThrow().number()).isEqualTo(1);
        assertThat(waiting()).isZero();

        lists.add(version, List.of(news));
        assertThat(lists.last().orElseThrow().number()).isEqualTo(2);
        var subject = "Acme <Inference> ApS will process data from 27 December 2999";
        assertThat(MAIL.get(acme.email(), subject).text()).contains("Until then it gets nothing");
    }

    private long waiting() {
        return jdbc.sql(
                        """
                        select count(*) from scheduled_tasks
                        where task_name = 'TellOfSubProcessor' and task_instance like :organization || '.%'
                        """)
                .param("organization", acme.organization().toString())
                .query(Long.class)
                .single();
    }

    /** Nobody describes it, or no longer: it got something all the same. */
    @Test
    void areStrangersByTheNameOfTheirServer() {
        subProcessors.refresh();
        Tenancy.runAs(
                acme.organization(),
                () -> egress.begin(Purpose.MAIL, "smtp.stranger.example").close());

        subProcessors.refresh();

        assertThat(SubProcessors.ids(lists.last().orElseThrow().entries()))
                .isEqualTo(Set.of("smtp.stranger.example"));
        assertThat(anybody.get("/sub-processors").body()).contains("smtp.stranger.example");
    }

    private Account.Id owner() {
        return Tenancy.callAs(acme.organization(), () -> members.list().getFirst().accountId());
    }

    /** What is called is listed, whatever the settings say; a server of one's own is nobody. */
    @Test
    void areThoseTheLedgerKnows() {
        subProcessors.refresh();
        Tenancy.runAs(
                acme.organization(),
                () -> {
                    egress.begin(Purpose.ANSWER, "api.mistral.ai", "m", 0).close();
                    egress.begin(Purpose.ANSWER, "localhost", "m", 0).close();
                    egress.begin(Purpose.SIGN_IN, "github.com").close();
                    egress.refused(Purpose.ANSWER, "api.openai.com", "m");
                });

        subProcessors.refresh();

        assertThat(SubProcessors.ids(lists.last().orElseThrow().entries()))
                .isEqualTo(Set.of("mistral"));
        assertThat(anybody.get("/sub-processors").body())
                .contains("Mistral AI SAS", "France", "Write an answer", "passages found")
                .contains("None needed: stays in the EU or the EEA", "Version 2");
        assertThat(MAIL.get(acme.email(), "Mistral AI SAS processes data from now on").text())
                .contains("because you own Acme", "Settings, Outbound data")
                .contains("/sub-processors");
    }

    /** Without a word of the operator: the day is thirty days after it came upon the list. */
    @Test
    void areToldWithTheDayFromWhichTheyGetSomethingWhereVisitorsChat() {
        clock.putTo(Instant.parse("2026-03-02T10:00:00Z"));
        subProcessors.refresh();
        Tenancy.runAs(
                acme.organization(), () -> egress.begin(Purpose.ANSWER, "api.mistral.ai").close());
        var here = URI.create("http://localhost:" + port);
        var bot =
                new RestCaller(here.toString(), acme.apiKey()).post("/bots", Map.of("name", "Bot"));
        Visitor.start(here, bot.json().at("/publicKey").asString());

        subProcessors.refresh();

        assertThat(
                        MAIL.get(acme.email(), "Mistral AI SAS will process data from 1 April 2026")
                                .text())
                .contains("Until then it gets nothing", "unless you agree");
    }

    @Test
    void areAnnouncedWithTheirDayAndKeptAsTheyWere() throws Exception {
        lists.add(new Version(1, EARLIER, List.of()), List.of());
        lists.add(new Version(2, EARLIER.plusSeconds(60), List.of(ACME)), List.of());

        assertThat(anybody.get("/sub-processors").body())
                .contains("Acme &lt;Inference&gt; ApS", "From 27 December 2999", "2 January 2026");
        var feed = anybody.get("/sub-processors.atom");
        assertThat(feed.header("Content-Type")).startsWith("application/atom+xml");
        var xml =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(feed.body())));
        assertThat(xml.getElementsByTagName("entry").getLength()).isEqualTo(2);
        assertThat(xml.getElementsByTagName("summary").item(0).getTextContent())
                .isEqualTo("Added: Acme <Inference> ApS (from 2999-12-27).");

        subProcessors.refresh();

        assertThat(lists.list(10)).hasSize(3);
        assertThat(anybody.get("/sub-processors").body())
                .contains("Removed: Acme &lt;Inference&gt; ApS.");
        assertThat(anybody.speaking("da").get("/sub-processors").body())
                .contains("Underdatabehandlere");
    }
}
