package io.taros.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.taros.account.AccountTest.HANDOVER;
import static io.taros.account.AccountTest.MAIL;
import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.taros.account.AccountTest;
import io.taros.bot.Bot;
import io.taros.browser.BrowserTest;
import io.taros.handover.Handovers;
import io.taros.handover.Hours;
import io.taros.organization.Tenants;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Mailbox;
import io.taros.testing.RestCaller;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * From a bot to people, by night and by day: a visitor and two colleagues, each in a browser of
 * their own. Not as packaged, so that two minutes of patience need not be waited for.
 */
@AccountTest
@BrowserTest
class HandoverTest {
    private static final String QUESTION = "Can I bring a sail of my own?";
    private static final String VISITOR = "freja@tidewater.example";

    private final Tenants tenants;
    private final Handovers handovers;
    private final CrossOrganization everything;
    private final String address;
    private final List<Person> people = new ArrayList<>();
    private Tenants.Tenant acme;
    private RestCaller api;
    private String bot;
    private String chat;

    HandoverTest(
            Tenants tenants,
            Handovers handovers,
            CrossOrganization everything,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.handovers = handovers;
        this.everything = everything;
        address = "http://localhost:" + port;
    }

    @BeforeEach
    void acmeHasABot() {
        MAIL.empty();
        acme = tenants.open("Acme");
        api = new RestCaller(address, acme.apiKey());
        var added = api.post("/bots", Map.of("name", "Robin", "allowedOrigins", List.of(address)));
        bot = added.at("id");
        chat = address + "/chat/" + added.at("publicKey");
        var taught = Map.of("type", "qa", "question", QUESTION, "answer", "You can, up to 12 m².");
        api.finished(api.accepted(api.post("/bots/" + bot + "/sources", taught)));
    }

    @AfterEach
    void nobodysPageComplained() {
        try {
            for (var person : people) {
                assertThat(person.complaints.unforgiven()).isEmpty();
            }
        } finally {
            people.forEach(person -> person.context.close());
        }
    }

    private Person somebody(Browser chromium) {
        var options = new Browser.NewContextOptions().setLocale("en-GB").setTimezoneId("UTC");
        var person = new Person(chromium.newContext(options));
        people.add(person);
        return person;
    }

    private Person colleague(Browser chromium, String email) {
        var person = somebody(chromium).visits(address + "/sign-in");
        person.writes("E-mail", email).writes("Password", Tenants.PASSWORD).presses("Sign in");
        person.seesHeading("Please agree to our terms").ticks("I agree to the terms of use");
        person.presses("Agree and continue").seesNoMore("Please agree to our terms");
        return person;
    }

    private Person visitor(Browser chromium) {
        var visitor = somebody(chromium).visits(chat);
        visitor.field("Your message").waitFor();
        return visitor;
    }

    private void opensTheOnly(Person colleague, String queue) {
        looksAt(colleague, queue);
        colleague.page.locator(".inbox-row").first().click();
        colleague.page.locator("#text").waitFor();
    }

    private void looksAt(Person colleague, String queue) {
        colleague.visits(address + "/inbox?queue=" + queue);
        colleague.page.locator("#inbox-list").waitFor();
    }

    private static void says(Person colleague, String text) {
        colleague.page.locator("#text").fill(text);
        colleague.hits("Control+Enter");
    }

    private static Locator entries(Person colleague, String kind) {
        return colleague.page.locator("#entries > .message-" + kind);
    }

    private String conversation() {
        return api.get("/bots/" + bot + "/conversations").json().at("/data/0/id").asString();
    }

    @Test
    void goesOnByMailWhereEverybodyIsAtHome(Browser chromium) throws Exception {
        var tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        isOpenOnlyOn(tomorrow);
        var visitor = visitor(chromium);
        visitor.asks("I want to talk to a human");
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(Locale.ENGLISH);
        visitor.sees("We are back on " + tomorrow.format(day) + " at 9:00");
        visitor.presses("Leave your contact details");
        visitor.writes("E-mail *", VISITOR).hits("Enter").sees("Thank you. We have your details");
        visitor.page.close();

        var ada = colleague(chromium, acme.email());
        opensTheOnly(ada, "WAITING");
        ada.sees("go to " + VISITOR);
        says(ada, "Good morning! Which boat is it about?");
        assertThat(entries(ada, "human")).hasCount(1);
        twoMinutesPass();
        var letter = MAIL.get(VISITOR, "A reply to you from Robin");
        assertThat(letter.text()).contains("Good morning! Which boat is it about?");
        assertThat(answered(letter, "The blue one.")).isEqualTo(200);

        assertThat(entries(ada, "visitor").last()).containsText("The blue one.");
        assertThat(entries(ada, "visitor").last()).containsText("by mail");
        var back = somebody(chromium);
        assertThat(api.get("/conversations/" + conversation() + "/messages").json().path("data"))
                .extracting(message -> message.path("text").asString())
                .endsWith("Good morning! Which boat is it about?", "The blue one.");
        assertThat(back.visits(chat).lines("visitor")).hasCount(0);
    }

    private void isOpenOnlyOn(LocalDate day) {
        var windows = List.of(new Hours.Window(LocalTime.of(9, 0), LocalTime.of(17, 0)));
        var hours = new Hours(ZoneOffset.UTC, Map.of(day.getDayOfWeek(), windows), null, List.of());
        Tenancy.runAs(
                acme.organization(), () -> handovers.keep(new Bot.Id(UUID.fromString(bot)), hours));
    }

    private void twoMinutesPass() {
        eventually(() ->
                assertThat(
                                everything.<Integer>inTransaction(jdbc ->
                                        jdbc.sql(
                                                        "update scheduled_tasks set execution_time = now() where task_name = 'SendFollowUp'")
                                                .update()))
                        .isEqualTo(1));
    }

    private int answered(Mailbox.Letter letter, String text) throws Exception {
        var raw =
                """
                From: Freja <%s>
                To: %s
                Subject: Re: %s
                Message-ID: <1@tidewater.example>
                Content-Type: text/plain; charset=utf-8

                %s
                """
                        .formatted(VISITOR, letter.mail().getReplyTo()[0], letter.subject(), text)
                        .replace("\n", "\r\n");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address + "/api/v1/mail/inbound"))
                                .header("Content-Type", "message/rfc822")
                                .header("Authorization", "Bearer " + HANDOVER)
                                .POST(BodyPublishers.ofString(raw))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void goesToWhoeverIsThereAndBackAndAwayForGood(Browser chromium) {
        var ada = colleague(chromium, acme.email());
        var ben = colleague(chromium, tenants.member(acme.organization(), Role.AGENT));
        looksAt(ada, "WAITING");
        var visitor = visitor(chromium);
        visitor.asks("I want to talk to a human")
                .sees("A person will join here as soon as they can");
        opensTheOnly(ada, "WAITING");
        opensTheOnly(ben, "WAITING");

        ben.page.locator("#text").pressSequentially("We do, on Sundays.");
        ada.sees("is writing…");
        missesWhatComes(ben);
        says(ada, "Hello, this is Ada.");
        visitor.sees("Hello, this is Ada.");
        ben.hits("Control+Enter");
        ben.sees("A colleague replied while you were writing.");
        assertThat(ben.page.locator("#text")).hasValue("We do, on Sundays.");
        assertThat(visitor.lines("person")).hasCount(1);

        ben.page.locator(".segment:has([value=note])").click();
        ben.page.locator("#text").fill("She called twice, a lighthouse keeper.");
        ben.presses("Add note");
        assertThat(entries(ada, "note")).containsText("a lighthouse keeper");
        visitor.page.reload();
        visitor.sees("Hello, this is Ada.").seesNoMore("lighthouse");

        ada.page.locator("#standing [aria-label=More]").click();
        ada.presses("Give back to the bot").sees("gave it back to the bot");
        visitor.asks(QUESTION).sees("You can, up to 12 m².");
        ada.presses("Resolve").sees("resolved it");
        visitor.sees("How was this chat?");
        visitor.page
                .locator("taros-chat .csat [aria-label='5: Very good']")
                .check(new Locator.CheckOptions().setForce(true));
        visitor.page.locator("taros-chat .csat").getByText("Send").click();
        visitor.sees("Thank you for your rating.");

        var id = conversation();
        assertThat(found("sail")).isEqualTo(1);
        // The conversation she has open goes under her hands.
        ada.complaints.forgive("status of 404");
        visitor.presses("Your data").presses("Delete my chat");
        visitor.page.getByRole(AriaRole.ALERTDIALOG).getByText("Delete my chat").click();
        visitor.sees("Your chat is deleted.");
        assertThat(found("sail")).isZero();
        assertThat(api.get("/conversations/" + id).status()).isEqualTo(404);
        ada.page.waitForURL(where -> where.contains("/inbox?"));
        looksAt(ada, "ALL");
        assertThat(ada.page.locator(".inbox-row")).hasCount(0);
    }

    /** As behind a line that is cut just then. */
    private static void missesWhatComes(Person person) {
        person.complaints.forgive("ERR_FAILED");
        person.complaints.forgive("status of 409");
        person.page.route("**/entries*", route -> route.abort());
    }

    private int found(String word) {
        return api.post("/conversations/search", Map.of("words", word)).json().path("data").size();
    }
}
