package io.taros.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.answering.JudgedAnswer.Kind;
import io.taros.answering.JudgedAnswers.Tally;
import io.taros.bot.Bot;
import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.platform.sql.Id;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;

/** P-17: evidence is each bot's own; P-14: never another organization's. */
@TarosTest
class JudgedAnswersTest {
    private static final String PAGE = "/test/calibration";

    private record Something(UUID value) implements Id {}

    private final Tenants tenants;
    private final JudgedAnswers judged;
    private final Audit audit;
    private final CrossOrganization everything;
    private final int port;
    private Tenant acme;
    private Bot.Id robin;

    JudgedAnswersTest(
            Tenants tenants,
            JudgedAnswers judged,
            Audit audit,
            CrossOrganization everything,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.judged = judged;
        this.audit = audit;
        this.everything = everything;
        this.port = port;
    }

    @BeforeEach
    void acmeHasABot() {
        acme = tenants.open("Acme");
        robin = bot(acme);
    }

    private Bot.Id bot(Tenant tenant) {
        return new Bot.Id(UUID.fromString(api(tenant).bot("Robin")));
    }

    private RestCaller api(Tenant tenant) {
        return new RestCaller("http://localhost:" + port, tenant.apiKey());
    }

    private static Something something() {
        return new Something(UUID.randomUUID());
    }

    private static List<JudgedAnswer> wrong(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> JudgedAnswer.of(Kind.GOLDEN, something(), 0.8, false))
                .toList();
    }

    private <T> T asAcme(Callable<T> work) throws Exception {
        return Tenancy.callAs(acme.organization(), work::call);
    }

    private Calibration calibration() throws Exception {
        return asAcme(() -> judged.of(robin));
    }

    private List<Tally> tallies() throws Exception {
        return asAcme(() -> judged.tallies(robin));
    }

    private void add(JudgedAnswer answer) {
        Tenancy.runAs(acme.organization(), () -> judged.add(robin, answer));
    }

    private void replace(List<JudgedAnswer> answers) {
        Tenancy.runAs(acme.organization(), () -> judged.replace(robin, Kind.GOLDEN, answers));
    }

    private long rows() {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select count(*) from judged_answer where organization_id = :id")
                        .param("id", acme.organization())
                        .query(Long.class)
                        .single());
    }

    @Test
    void calibrateABotAsSoonAsTheyAreKnown() throws Exception {
        assertThat(calibration()).isEqualTo(Calibration.NONE);

        replace(wrong(40));

        assertThat(calibration().judged()).isEqualTo(40);
        assertThat(calibration().of(0.8)).isLessThan(0.4);
        assertThat(tallies()).containsExactly(new Tally(Kind.GOLDEN, 40, 0));
    }

    @Test
    void areHeardOfOneBotAlone() throws Exception {
        var second = bot(acme);

        replace(wrong(40));

        assertThat(asAcme(() -> judged.of(second))).isEqualTo(Calibration.NONE);
    }

    @Test
    void areNeverAnotherOrganizations() {
        replace(wrong(40));
        var globex = tenants.open("Globex");

        Tenancy.runAs(
                globex.organization(),
                () -> {
                    assertThat(judged.of(robin)).isEqualTo(Calibration.NONE);
                    assertThat(judged.tallies(robin)).isEmpty();
                    assertThatThrownBy(() -> judged.add(robin, wrong(1).getFirst()))
                            .isInstanceOf(DataIntegrityViolationException.class);
                    assertThatThrownBy(() -> judged.startAgain(robin))
                            .isInstanceOf(DataIntegrityViolationException.class);
                });
        assertThat(rows()).isEqualTo(40);
        assertThat(judged.of(robin)).as("with no organization bound").isEqualTo(Calibration.NONE);
    }

    @Test
    void areReplacedByTheLatestOfTheirKind() throws Exception {
        replace(wrong(40));
        add(JudgedAnswer.of(Kind.RATING, something(), 0.7, true));

        replace(wrong(3));

        assertThat(tallies())
                .containsExactly(new Tally(Kind.GOLDEN, 3, 0), new Tally(Kind.RATING, 1, 1));
        assertThat(calibration().judged()).isEqualTo(4);
    }

    @Test
    void countAnAnswerOnceAndAPersonsWordBeforeAVisitors() throws Exception {
        var reply = something();

        add(JudgedAnswer.of(Kind.RATING, reply, 0.7, true));
        add(JudgedAnswer.of(Kind.RATING, reply, 0.7, false));
        assertThat(tallies()).containsExactly(new Tally(Kind.RATING, 1, 0));

        add(JudgedAnswer.of(Kind.IMPROVEMENT, reply, 0.7, true));
        add(JudgedAnswer.of(Kind.RATING, reply, 0.7, false));
        assertThat(tallies()).containsExactly(new Tally(Kind.IMPROVEMENT, 1, 1));

        Tenancy.runAs(acme.organization(), () -> judged.withdraw(robin, Kind.RATING, reply));
        assertThat(tallies()).hasSize(1);
        Tenancy.runAs(acme.organization(), () -> judged.withdraw(robin, Kind.IMPROVEMENT, reply));
        assertThat(calibration()).isEqualTo(Calibration.NONE);
    }

    @Test
    void areBounded() throws Exception {
        replace(wrong(JudgedAnswers.KEPT));
        var last = JudgedAnswer.of(Kind.GOLDEN, something(), 0.7, true);
        everything.inTransaction(
                jdbc -> jdbc.sql("update judged_answer set judged_on = judged_on - 1").update());

        add(last);

        assertThat(tallies()).containsExactly(new Tally(Kind.GOLDEN, JudgedAnswers.KEPT, 1));
    }

    @Test
    void holdNothingThatLeadsToWhatWasJudged() {
        var reply = something();

        add(JudgedAnswer.of(Kind.RATING, reply, 0.7, true));

        var row =
                everything.inTransaction(jdbc ->
                        jdbc.sql("select to_jsonb(j)::text from judged_answer j")
                                .query(String.class)
                                .single());
        assertThat(row).doesNotContain(reply.value().toString());
        assertThat(row.split("\":"))
                .as("organization, bot, subject, kind, score, right, day")
                .hasSize(8);
    }

    @Test
    void goWithTheirBot() {
        replace(wrong(40));

        api(acme).call("DELETE", "/bots/" + robin.value(), "");

        assertThat(rows()).isZero();
    }

    @Test
    void loseNothingWhenManyAreToldAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 20; i++) {
                threads.submit(() -> add(JudgedAnswer.of(Kind.RATING, something(), 0.7, true)));
            }
        }

        assertThat(calibration().judged()).isEqualTo(20);
    }

    @Test
    void areForgottenWhenSomebodyStartsAgain() throws Exception {
        replace(wrong(40));
        var browser = new Browser(port);
        browser.signIn(acme.email(), Tenants.PASSWORD);
        assertThat(browser.get(PAGE).body())
                .contains("Calibrated with 40 judged answers", "Golden questions", "Start again");
        assertThat(browser.get("/test/golden-questions").body())
                .contains("calibrated with 40 judged answers");

        var sent = browser.post(PAGE + "/removal", "bot", robin.value().toString());

        assertThat(sent.status()).isEqualTo(303);
        assertThat(calibration()).isEqualTo(Calibration.NONE);
        assertThat(rows()).isZero();
        assertThat(browser.get(PAGE).body()).contains("No answer has been judged yet");
        var entry = asAcme(() -> audit.latest(1)).getFirst();
        assertThat(entry)
                .extracting(AuditEntry::action, AuditEntry::objectId)
                .containsExactly("bot-calibration.started-again", robin.value());
    }

    @Test
    void areNotForgottenByWhoMayOnlyRead() throws Exception {
        replace(wrong(40));
        var browser = new Browser(port);
        browser.signIn(tenants.member(acme.organization(), Role.AGENT), Tenants.PASSWORD);
        assertThat(browser.get(PAGE).body())
                .contains("Calibrated with 40 judged answers")
                .doesNotContain("Start again");

        var sent = browser.post(PAGE + "/removal", "bot", robin.value().toString());

        assertThat(sent.status()).isEqualTo(403);
        assertThat(calibration().judged()).isEqualTo(40);
    }
}
