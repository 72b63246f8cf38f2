package io.taros.contact;

import static io.taros.testing.Eventually.eventually;
import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.account.Accounts;
import io.taros.organization.Tenants;
import io.taros.platform.audit.Audit;
import io.taros.platform.erasure.Erasure;
import io.taros.platform.erasure.ErasureJournal;
import io.taros.platform.erasure.ReplayErasures;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.StaffRole;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.staff.StaffPeople;
import io.taros.testing.Browser;
import io.taros.testing.PuzzleSolver;
import io.taros.testing.RetentionDays;
import io.taros.testing.Tables;
import io.taros.testing.TarosTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * P-24, P-43: whoever writes is kept under seal, read by staff whose role it is, and gone in time.
 */
@TarosTest
class ContactTest {
    private static final String HERE = "/staff/messages";
    private static final String CANARY = "qzvcontactheron";
    private static final String EMAIL = CANARY + "@tidewater.example";
    private static final Pattern MESSAGE = Pattern.compile(HERE + "/[0-9a-f-]{36}");

    private final Tenants tenants;
    private final StaffPeople people;
    private final RateLimits limits;
    private final OwnMessages own;
    private final ContactMessages messages;
    private final MessageDesk desk;
    private final ErasureJournal journal;
    private final ReplayErasures erasures;
    private final Accounts accounts;
    private final Audit audit;
    private final RetentionDays days;
    private final Tables tables;
    private final CrossOrganization everything;
    private final int port;
    private final Browser anybody;
    private Browser support;

    ContactTest(
            Tenants tenants,
            StaffPeople people,
            RateLimits limits,
            OwnMessages own,
            ContactMessages messages,
            MessageDesk desk,
            ErasureJournal journal,
            ReplayErasures erasures,
            Accounts accounts,
            Audit audit,
            RetentionDays days,
            Tables tables,
            CrossOrganization everything,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.people = people;
        this.limits = limits;
        this.own = own;
        this.messages = messages;
        this.desk = desk;
        this.journal = journal;
        this.erasures = erasures;
        this.accounts = accounts;
        this.audit = audit;
        this.days = days;
        this.tables = tables;
        this.everything = everything;
        this.port = port;
        anybody = new Browser(port);
    }

    @BeforeEach
    void supportIsHere() {
        tenants.open("Acme");
        support = people.signIn(port, StaffRole.SUPPORT);
    }

    @Test
    void isErasedAgainWhereABackupBringsItBack() {
        write("Ada", EMAIL, "Forget me.");
        var first = messages.from(EMAIL).getFirst().id();
        Tenancy.runAs(OrganizationId.INSTALLATION, () -> desk.eraseAll(EMAIL, EMAIL));
        write("Ada", EMAIL, "I am back.");
        var back = messages.from(EMAIL).getFirst().id();

        assertThat(journal.read())
                .filteredOn(line -> line.kind().equals("contact-message"))
                .extracting(Erasure::id)
                .contains(first.value())
                .doesNotContain(back.value());
        var gone =
                erasures.replay(
                        List.of(new Erasure(Instant.EPOCH, "contact-message", null, back.value())));

        assertThat(gone).containsExactly(Map.entry("contact-message", 1));
        assertThat(messages.find(back)).isEmpty();
    }

    @Test
    void isFoundFromThePublicPages() {
        for (var page : List.of("/", "/sign-in", "/legal/privacy", "/sub-processors")) {
            assertThat(anybody.get(page).body()).as(page).contains("href=\"/contact\"");
        }
        assertThat(anybody.get("/contact").status()).isEqualTo(200);
    }

    @Test
    void saysBesideTheFormWhatBecomesOfIt() {
        assertThat(anybody.get("/contact").body())
                .contains("deleted 12 months after", "Art. 6 (1) (f)", "/legal/privacy");
        assertThat(new Browser(port).speaking("da").get("/contact").body())
                .contains("Skriv til os", "slettes 12 måneder efter");
    }

    /** This installation sends no mail. */
    @Test
    void doesNotPretendThatSomebodyIsTold() {
        assertThat(anybody.get("/contact").body()).contains("Nobody is told by mail");

        write("Ada", EMAIL, "Is anybody there?");

        assertThat(anybody.get("/contact/sent").body())
                .contains("waits until somebody of the staff");
        assertThat(support.get(only()).body()).contains("None was sent");
    }

    @Test
    void reachesStaffAndLiesUnderSeal() {
        assertThat(
                        write(CANARY + " Lund", EMAIL, CANARY + " asks:\r\nwhat is <b>new</b>?")
                                .status())
                .isEqualTo(303);

        assertThat(support.get(HERE).body()).contains(CANARY + " Lund", EMAIL);
        var page = support.get(only()).body();
        assertThat(page).contains(CANARY + " asks:\nwhat is &lt;b&gt;new&lt;/b&gt;?");
        assertThat(tables.with(CANARY)).isEmpty();
        assertThat(actions()).contains("contact.read");
    }

    @Test
    void isReadByThoseWhoseRoleItIsAlone() {
        write("Ada", EMAIL, "Is anybody there?");
        var message = only();

        for (var role : StaffRole.values()) {
            var may = role == StaffRole.SUPPORT || role == StaffRole.ADMINISTRATOR;
            var staff =
                    people.signIn(port, role.name().toLowerCase(ROOT) + "2@staff.example", role);
            assertThat(staff.get(message).status()).as(role.name()).isEqualTo(may ? 200 : 403);
            assertThat(staff.get("/staff/organizations").body().contains(HERE))
                    .as(role.name())
                    .isEqualTo(may);
        }
        assertThat(anybody.get(message).header("Location")).isEqualTo("/sign-in");
    }

    @Test
    void isClosedOnceNothingIsLeftToDo() {
        write("Ada", EMAIL, "Is anybody there?");
        var message = only();
        support.get(message);

        assertThat(support.post(message + "/closing").status()).isEqualTo(303);
        support.post(message + "/closing");

        assertThat(support.get(HERE).body()).contains("Nothing is open").doesNotContain(EMAIL);
        assertThat(support.get(HERE + "/closed").body()).contains(EMAIL);
        assertThat(support.get(message).body()).doesNotContain("Close message");
        assertThat(actions().stream().filter("contact.closed"::equals)).hasSize(1);
    }

    @Test
    void isFoundCopiedAndErasedByItsAddress() {
        write("Ada", EMAIL, "The first of two.");
        write("Ada", EMAIL.toUpperCase(ROOT), "The second of two.");
        limits.reset();
        write("Bo", "bo@tidewater.example", "Somebody else.");
        support.get(HERE);

        var found = support.post(HERE + "/search", "email", " " + EMAIL + " ").body();
        assertThat(found).contains("All 2 messages").doesNotContain("bo@tidewater.example");
        var copy = support.post(HERE + "/copy", "email", EMAIL);
        assertThat(copy.header("Content-Disposition")).contains("contact-messages.json");
        assertThat(copy.body())
                .contains("The first of two.", "The second of two.")
                .doesNotContain("Somebody else");
        assertThat(support.post(HERE + "/search", "email", "nobody@x.example").body())
                .contains("Nothing came from this address");

        support.get(HERE);
        var refused = support.post(HERE + "/erasure", "email", EMAIL, "confirm", "ada");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("This is not the address");
        assertThat(count()).isEqualTo(3);
        support.post(HERE + "/erasure", "email", EMAIL, "confirm", EMAIL);

        assertThat(count()).isEqualTo(1);
        assertThat(support.get(HERE).body()).contains("bo@tidewater.example").doesNotContain(EMAIL);
        assertThat(actions()).contains("contact.copied", "contact.erased");
        assertThat(detailOf("contact.erased")).contains("2").doesNotContain(CANARY);
    }

    @Test
    void isTheirsWhoHaveTheAddressAndGoesWithTheirAccount() {
        var account = tenants.account("ada@tidewater.example", "Ada");
        write("Ada", "Ada@Tidewater.example", "From an account.");
        assertThat(own.of(accounts.find(account).orElseThrow()).records())
                .as("an account can be made for an address that somebody else reads")
                .isEmpty();
        accounts.prove(account);
        write("Bo", "bo@tidewater.example", "From nobody's account.");

        var part = own.of(accounts.find(account).orElseThrow());
        assertThat(part.records()).hasSize(1);
        assertThat(part.records().getFirst().values()).contains("From an account.");

        var ada = new Browser(port);
        ada.signIn("ada@tidewater.example", Tenants.PASSWORD);
        ada.get("/account/closing");
        ada.post("/account/closing", "email", "ada@tidewater.example");
        ada.get("/account/closing");
        ada.post("/account/closing/erasure", "email", "ada@tidewater.example");

        eventually(() -> assertThat(accounts.find(account)).isEmpty());
        assertThat(support.get(HERE).body())
                .contains("bo@tidewater.example")
                .doesNotContain("ada@tidewater.example");
    }

    @Test
    void isErasedAloneWithItsAddressTypedOnceMore() {
        write("Ada", EMAIL, "Is anybody there?");
        var message = only();
        support.get(message);

        assertThat(support.post(message + "/erasure").status()).isEqualTo(422);
        assertThat(support.post(message + "/erasure", "confirm", EMAIL).status()).isEqualTo(303);

        assertThat(count()).isZero();
        assertThat(support.get(message).status()).isEqualTo(404);
    }

    /** The day of closing counts, and what nobody closed counts as closed after as long. */
    @Test
    void goesAYearAfterItWasClosedAndNotBefore() {
        write("Ada", EMAIL, "Closed on the first of March.");
        write("Bo", "bo@tidewater.example", "Closed by nobody.");
        var closed = found(EMAIL);
        support.get(closed);
        support.post(closed + "/closing");
        assertThat(
                        everything.<Long>inTransaction(jdbc ->
                                jdbc.sql(
                                                """
                                                select count(*) from contact_message
                                                where ends_at = case when closed_at is null then received_at + interval '365 days' else closed_at end
                                                """)
                                        .query(Long.class)
                                        .single()))
                .isEqualTo(2);
        sql(
                "update contact_message set ends_at = '2028-03-01T12:00:00Z' where closed_at is not null");
        sql("update contact_message set ends_at = '2028-04-01T12:00:00Z' where closed_at is null");

        days.come("2029-03-01");
        assertThat(count()).as("the day before").isEqualTo(2);
        days.come("2029-03-02");
        assertThat(count()).isEqualTo(1);
        days.come("2029-04-01");
        assertThat(count()).as("the day before").isEqualTo(1);
        days.come("2029-04-02");
        assertThat(count()).isZero();
        assertThat(detailOf("retention.removed")).contains("contact-messages");
    }

    @Test
    void refusesWhatNobodyCouldAnswer() {
        var wrong =
                List.of(
                        List.of("", EMAIL, "Is anybody there?", "Give your name"),
                        List.of("Ada", "ada", "Is anybody there?", "not an e-mail address"),
                        List.of("Ada", "ada,@x.example", "Is anybody there?", "not an e-mail"),
                        List.of("Ada", EMAIL, "Hi", "Write between 10 and 5,000"),
                        List.of("Ada", EMAIL, "x".repeat(5_001), "Write between 10 and 5,000"));
        for (var form : wrong) {
            var page = write(form.get(0), form.get(1), form.get(2));
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.body()).contains(form.get(3));
        }
        assertThat(write("Ada", EMAIL, "Hi").body())
                .as("shown again")
                .contains("value=\"Ada\"", EMAIL);
        assertThat(count()).isZero();
    }

    @Test
    void costsAPuzzleOnceThereIsMuchFromAnAddress() {
        write("Ada", EMAIL, "The first of three.");
        assertThat(anybody.get("/contact").body()).doesNotContain("data-puzzle");
        write("Ada", EMAIL, "The second of three.");

        var page = write("Ada", EMAIL, "The third of three.");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("data-puzzle", "JavaScript", "The third of three.");
        assertThat(count()).isEqualTo(2);

        var solved =
                anybody.post(
                        "/contact",
                        "name",
                        "Ada",
                        "email",
                        EMAIL,
                        "text",
                        "The third of three.",
                        "solution",
                        PuzzleSolver.solve(page.body()));
        assertThat(solved.status()).isEqualTo(303);
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void isRefusedBeyondTheLimit() {
        for (var time = 0; time < Limit.CONTACT.capacity(); time++) {
            assertThat(write("Ada", EMAIL, "Hi").status()).isEqualTo(422);
        }

        assertThat(write("Ada", EMAIL, "Is anybody there?").status()).isEqualTo(429);
    }

    private Browser.Page write(String name, String email, String text) {
        anybody.get("/contact");
        return anybody.post("/contact", "name", name, "email", email, "text", text);
    }

    private String only() {
        return first(support.get(HERE).body());
    }

    private String found(String email) {
        support.get(HERE);
        return first(support.post(HERE + "/search", "email", email).body());
    }

    private static String first(String page) {
        var found = MESSAGE.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group();
    }

    private long count() {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select count(*) from contact_message").query(Long.class).single());
    }

    private void sql(String statement) {
        everything.inTransaction(jdbc -> jdbc.sql(statement).update());
    }

    private List<String> actions() {
        return Tenancy.callAs(OrganizationId.INSTALLATION, () -> audit.latest(50)).stream()
                .map(entry -> entry.action())
                .toList();
    }

    private String detailOf(String action) {
        return Tenancy.callAs(OrganizationId.INSTALLATION, () -> audit.latest(50)).stream()
                .filter(entry -> entry.action().equals(action))
                .findFirst()
                .orElseThrow()
                .detail();
    }
}
