package io.taros.golden;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.taros.bot.Bot;
import io.taros.organization.Tenants;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From a switch on a page to a mail that was really sent. */
@TarosTest
class NightsTest {
    private static final String PAGE = "/test/golden-questions/nights";
    private static final String DELIVERY = "How long does delivery of a parcel take?";
    private static final String OPEN = "When are you open?";
    private static final GreenMail SERVER =
            new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private final Tenants tenants;
    private final Nights nights;
    private final Notices notices;
    private final Audit audit;
    private final CrossOrganization everything;
    @LocalServerPort private int port;
    private Tenants.Tenant acme;
    private RestCaller api;
    private Browser browser;
    private String bot;

    NightsTest(
            Tenants tenants,
            Nights nights,
            Notices notices,
            Audit audit,
            CrossOrganization everything) {
        this.notices = notices;
        this.tenants = tenants;
        this.nights = nights;
        this.audit = audit;
        this.everything = everything;
    }

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        SERVER.start();
        properties.add("taros.mail.host", () -> "127.0.0.1");
        properties.add("taros.mail.port", () -> SERVER.getSmtp().getPort());
        properties.add("taros.mail.from", () -> "Taros <taros@fjord.example>");
        properties.add("taros.base-url", () -> "http://taros.example");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void open() throws Exception {
        SERVER.purgeEmailFromAllMailboxes();
        acme = tenants.open("Acme");
        api = new RestCaller("http://localhost:" + port, acme.apiKey());
        bot = api.bot("Robin");
        teachAnswer(DELIVERY, "Two working days.");
        teachAnswer(OPEN, "From nine to five.");
        hold(DELIVERY, "two working days");
        hold(OPEN, "nine");
        browser = new Browser(port);
        browser.signIn(acme.email(), Tenants.PASSWORD);
    }

    @Test
    void areSwitchedOnMovedAndSwitchedOff() {
        assertThat(browser.get("/test/golden-questions").body()).contains("Not asked at night.");
        assertThat(browser.get(PAGE).body())
                .contains("Ask Robin every night", "value=\"03:00\"", "organization: UTC")
                .doesNotContain("No mail is sent");

        set("03:00");
        assertThat(browser.get("/test/golden-questions").body())
                .contains("Asked every night at 03:00.");
        assertThat(scheduled()).containsExactly(night().nextAt());
        set("04:30");
        assertThat(night().nextAt().toString()).endsWith("T04:30:00Z");
        assertThat(scheduled()).containsExactly(night().nextAt());
        set("04:30");
        assertThat(browser.post(PAGE, "bot", bot).status()).isEqualTo(303);

        assertThat(scheduled()).isEmpty();
        assertThat(browser.get("/test/golden-questions").body()).contains("Not asked at night.");
        assertThat(Tenancy.callAs(acme.organization(), () -> audit.latest(100)).reversed())
                .extracting(AuditEntry::action)
                .filteredOn(action -> action.startsWith("golden-night"))
                .containsExactly("golden-night.set", "golden-night.set", "golden-night.ended");
    }

    @Test
    void needATimeThatIsOne() {
        browser.get(PAGE);

        var refused = browser.post(PAGE, "bot", bot, "nightly", "true", "time", "at dawn");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("such as 03:00", "value=\"at dawn\"");
        assertThat(scheduled()).isEmpty();
    }

    @Test
    void areForThoseWhoMayWriteTheQuestionsAndOfTheirOwnBots() {
        var agent = new Browser(port);
        agent.signIn(tenants.member(acme.organization(), Role.AGENT), Tenants.PASSWORD);
        assertThat(agent.get("/test/golden-questions").body())
                .contains("Not asked at night.")
                .doesNotContain(PAGE);
        assertThat(agent.get(PAGE).status()).isEqualTo(403);
        var globex = new Browser(port);
        globex.signIn(tenants.open("Globex").email(), Tenants.PASSWORD);
        globex.get("/home");
        assertThat(globex.get(PAGE + "?bot=" + bot).status()).isEqualTo(404);
        assertThat(globex.post(PAGE, "bot", bot, "nightly", "true", "time", "03:00").status())
                .isEqualTo(404);
        assertThat(scheduled()).isEmpty();
    }

    @Test
    void areMailedAboutOnceSomethingDrifted() throws Exception {
        var danish = tenants.member(acme.organization(), Role.EDITOR, "da");
        tenants.member(acme.organization(), Role.ADMIN);
        var other = new Browser(port);
        other.signIn(danish, Tenants.PASSWORD);
        other.get(PAGE);
        assertThat(
                        other.post(
                                        PAGE, "bot", bot, "nightly", "true", "time", "03:00",
                                        "told", "true")
                                .status())
                .isEqualTo(303);
        passNight();
        assertThat(SERVER.getReceivedMessages()).as("nothing to compare with").isEmpty();

        replaceAnswer(DELIVERY, "Three working days, because of the storm.");
        replaceAnswer(OPEN, "From nine to four.");
        var run = passNight();

        eventually(() -> assertThat(SERVER.getReceivedMessages()).hasSize(2));
        var english = mailTo(acme.email());
        assertThat(english.getSubject())
                .isEqualTo("2 golden questions of Robin are not as they were");
        assertThat(english.getHeader("List-Unsubscribe-Post"))
                .containsExactly("List-Unsubscribe=One-Click");
        var text = part(english, 0);
        assertThat(text)
                .contains("Passed before and fails now\r\n- " + DELIVERY)
                .contains("Another answer or other sources\r\n- " + OPEN)
                .contains("http://taros.example/test/golden-questions/runs/" + run)
                .contains("http://taros.example" + PAGE + "?bot=" + bot);
        assertThat(part(english, 1))
                .contains("<li>" + DELIVERY + "</li>", "<html lang=\"en\">", "runs/" + run + "\"");
        assertThat(GreenMailUtil.getWholeMessage(english))
                .doesNotContain("working days", "storm", "nine to");
        var translated = mailTo(danish);
        assertThat(translated.getSubject())
                .isEqualTo("2 kontrolspørgsmål til Robin er ikke, som de var");
        assertThat(part(translated, 1)).contains("<html lang=\"da\">", "Stop eller skift det");
        assertThat(browser.get("/test/golden-questions/runs/" + run).body())
                .contains("1 of 2 passed", "2 questions changed");

        passNight();
        assertThat(SERVER.getReceivedMessages()).as("as in the run before").hasSize(2);

        var stop =
                english.getHeader("List-Unsubscribe")[0].replaceAll(
                        "^<http://taros.example|>$", "");
        assertThat(new Browser(port).postWithoutToken(stop).status()).isEqualTo(200);
        assertThat(
                        Tenancy.callAs(
                                acme.organization(),
                                () -> notices.readers(new Bot.Id(UUID.fromString(bot)))))
                .hasSize(1)
                .doesNotContain(acme.owner());
    }

    @Test
    void areMailedAboutByNobodyWhoSaidNo() {
        set("03:00");
        passNight();
        browser.post(PAGE, "bot", bot, "nightly", "true", "time", "03:00");
        replaceAnswer(DELIVERY, "Three working days.");

        passNight();

        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @Test
    void areMailedAboutOnceTheMailServerIsBack() {
        set("03:00");
        passNight();
        replaceAnswer(DELIVERY, "Three working days.");
        SERVER.stop();

        turnNight();
        eventually(() -> assertThat(failures("TellOfDrift")).isPositive());
        SERVER.start();

        eventually(() -> assertThat(SERVER.getReceivedMessages()).hasSize(1));
    }

    @Test
    void areLeftOutWhereNothingIsToBeAskedAndGoOn() {
        api.get("/bots/" + bot + "/golden-questions")
                .json()
                .path("data")
                .forEach(row ->
                        api.call("DELETE", "/golden-questions/" + row.path("id").asString(), ""));
        set("03:00");
        var first = night();

        Tenancy.runAs(acme.organization(), () -> nights.handle(job(first)));

        assertThat(runs()).isEmpty();
        assertThat(scheduled()).contains(night().nextAt());
        Tenancy.runAs(
                acme.organization(),
                () ->
                        nights.handle(
                                new AskAtNight(acme.organization(), first.bot(), Instant.EPOCH)));
        assertThat(runs()).as("a job of another night").isEmpty();
    }

    /** The same after a restart. */
    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the scheduler does at night, and everything that follows; the run's id. */
    private String passNight() {
        var run = turnNight();
        eventually(() -> {
            assertThat(api.get("/golden-runs/" + run).at("status")).isEqualTo("finished");
            assertThat(open("LookForDrift")).isZero();
            assertThat(open("TellOfDrift")).isZero();
        });
        return run;
    }

    private String turnNight() {
        var before = runs();
        var night = night();
        Tenancy.runAs(acme.organization(), () -> nights.handle(job(night)));
        return runs().stream().filter(run -> !before.contains(run)).findFirst().orElseThrow();
    }

    private AskAtNight job(Night night) {
        return new AskAtNight(acme.organization(), night.bot(), night.nextAt());
    }

    private Night night() {
        var id = new Bot.Id(UUID.fromString(bot));
        return Tenancy.callAs(acme.organization(), () -> nights.find(id).orElseThrow());
    }

    private void set(String time) {
        browser.get(PAGE);
        var saved = browser.post(PAGE, "bot", bot, "nightly", "true", "time", time, "told", "true");
        assertThat(saved.status()).isEqualTo(303);
    }

    private List<String> runs() {
        return api.get("/bots/" + bot + "/golden-runs").json().path("data").values().stream()
                .map(run -> run.path("id").asString())
                .toList();
    }

    private List<Instant> scheduled() {
        return everything.inTransaction(jdbc ->
                jdbc
                        .sql(
                                "select execution_time from scheduled_tasks where task_name = 'AskAtNight'")
                        .query(Timestamp.class)
                        .list()
                        .stream()
                        .map(Timestamp::toInstant)
                        .toList());
    }

    private long open(String job) {
        return everything.<Long>inTransaction(jdbc ->
                jdbc.sql("select count(*) from scheduled_tasks where task_name = :job")
                        .param("job", job)
                        .query(Long.class)
                        .single());
    }

    private long failures(String job) {
        return everything.<Long>inTransaction(jdbc ->
                jdbc.sql(
                                "select coalesce(sum(consecutive_failures), 0) from scheduled_tasks where task_name = :job")
                        .param("job", job)
                        .query(Long.class)
                        .single());
    }

    private static MimeMessage mailTo(String address) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getAddressList(recipients(mail)).contains(address))
                .findFirst()
                .orElseThrow();
    }

    private static Address[] recipients(MimeMessage mail) {
        try {
            return mail.getAllRecipients();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** Text, then HTML. */
    private static String part(MimeMessage mail, int number) throws Exception {
        var mixed = (MimeMultipart) mail.getContent();
        var related = (MimeMultipart) mixed.getBodyPart(0).getContent();
        var both = (MimeMultipart) related.getBodyPart(0).getContent();
        return both.getBodyPart(number).getContent().toString().replaceAll("\\r?\\n", "\r\n");
    }

    private void hold(String question, String required) {
        var held = Map.of("question", question, "required", List.of(required));
        assertThat(api.post("/bots/" + bot + "/golden-questions", held).status()).isEqualTo(201);
    }

    private void replaceAnswer(String question, String answer) {
        api.get("/bots/" + bot + "/sources").json().path("data").values().stream()
                .filter(source -> source.path("title").asString().equals(question))
                .forEach(source ->
                        api.call("DELETE", "/sources/" + source.path("id").asString(), ""));
        teachAnswer(question, answer);
    }

    private void teachAnswer(String question, String answer) {
        var source = Map.of("type", "qa", "question", question, "answer", answer);
        api.finished(api.accepted(api.post("/bots/" + bot + "/sources", source)));
    }
}
