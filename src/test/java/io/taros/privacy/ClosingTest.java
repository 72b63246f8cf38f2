package io.taros.privacy;

import static io.taros.account.AccountTest.MAIL;
import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.account.AccountTest;
import io.taros.account.Accounts;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.knowledge.NewSource;
import io.taros.knowledge.Sources;
import io.taros.organization.Members;
import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.command.Command;
import io.taros.platform.command.Options;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.platform.storage.DataDirectory;
import io.taros.testing.Browser;
import io.taros.testing.FilesBelow;
import io.taros.testing.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * P-31, P-39: what is closed can be opened again for ninety days, and is then gone. P-13: and
 * nobody else's.
 */
@AccountTest
class ClosingTest {
    private static final String PAGE = "/settings/closing";
    private static final String CANARY = "qzvoriginalheron";

    private final Tenants tenants;
    private final Members members;
    private final Accounts accounts;
    private final Bots bots;
    private final Sources sources;
    private final Audit audit;
    private final List<Command> commands;
    private final CrossOrganization everything;
    private final DataDirectory data;
    private final int port;
    private final Browser owner;
    private Tenant acme;

    ClosingTest(
            Tenants tenants,
            Members members,
            Accounts accounts,
            Bots bots,
            Sources sources,
            Audit audit,
            List<Command> commands,
            CrossOrganization everything,
            DataDirectory data,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.members = members;
        this.accounts = accounts;
        this.bots = bots;
        this.sources = sources;
        this.audit = audit;
        this.commands = commands;
        this.everything = everything;
        this.data = data;
        this.port = port;
        owner = new Browser(port);
    }

    @BeforeEach
    void acmeIsOpen() {
        MAIL.empty();
        acme = tenants.open("Acme");
        signIn(owner, acme.email());
        owner.get(PAGE);
    }

    @Test
    void servesNobodyOnceItIsClosedAndEverybodyOnceItIsOpenAgain() {
        var bot = teach(acme, "Nothing special.");
        var editor = new Browser(port);
        signIn(editor, tenants.member(acme.organization(), Role.EDITOR));
        assertThat(editor.get(PAGE).status()).isEqualTo(403);

        var wrong = owner.post(PAGE, "name", "acme");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("This is not its name");
        assertThat(owner.get("/knowledge").status()).isEqualTo(200);

        assertThat(owner.post(PAGE, "name", "Acme").header("Location")).isEqualTo("/closed");

        for (var path : List.of("/home", "/knowledge", PAGE, "/settings/members")) {
            assertThat(owner.get(path).header("Location")).as(path).isEqualTo("/closed");
        }
        assertThat(owner.get("/closed").body()).contains("Open it again", "Erase it now");
        assertThat(editor.get("/closed").body())
                .contains("Its owners can open it again")
                .doesNotContain("Erase");
        assertThat(editor.post("/closed/reopening").status()).isEqualTo(403);
        assertThat(editor.post("/closed/erasure", "name", "Acme").status()).isEqualTo(403);
        var refused = owner.rest("GET", "/api/v1/bots", acme.apiKey(), "");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("This organisation is closed");
        assertThat(startedBy(bot)).isFalse();
        MAIL.get(acme.email(), "Acme is closed");

        owner.get("/closed");
        assertThat(owner.post("/closed/reopening").header("Location")).isEqualTo("/home");

        assertThat(owner.get("/knowledge").status()).isEqualTo(200);
        assertThat(owner.rest("GET", "/api/v1/bots", acme.apiKey(), "").status()).isEqualTo(200);
        assertThat(startedBy(bot)).isTrue();
        assertThat(owner.get("/closed").header("Location")).isEqualTo("/home");
        assertThat(actions(acme.organization()))
                .contains("organization.closed", "organization.reopened");
        assertThat(waitingJobs()).noneMatch(job -> job.startsWith("EraseOrganization"));
    }

    /** Only what is its own: the other organization's canary is in the same files and tables. */
    @Test
    void isErasedWhollyAndAlone() throws Exception {
        var other = tenants.open("Other");
        teach(acme, CANARY + "acme is what we call our boat.");
        teach(other, CANARY + "other is what we call our boat.");
        converse(acme);
        assertThat(tablesWith(acme.organization().toString())).hasSizeGreaterThan(10);
        assertThat(found("blobs", acme.organization().toString())).isTrue();

        owner.get(PAGE);
        owner.post(PAGE, "name", "Acme");
        owner.get("/closed");
        assertThat(owner.post("/closed/erasure", "name", "Other").status()).isEqualTo(422);
        assertThat(owner.post("/closed/erasure", "name", "Acme").status()).isEqualTo(303);

        eventually(() ->
                assertThat(tablesWith(acme.organization().toString()))
                        .containsExactly("audit_entry"));
        eventually(() -> assertThat(waitingJobs()).noneMatch(job -> job.contains("Erasure")));
        for (var canary : List.of("acme is what", "Acme")) {
            assertThat(tablesWith(canary)).as(canary).isSubsetOf("account");
        }
        assertThat(found("blobs", acme.organization().toString())).isFalse();
        assertThat(found("index", acme.organization().toString())).isFalse();
        assertThat(tablesWith("other is what")).isNotEmpty();
        assertThat(found("blobs", other.organization().toString())).isTrue();
        assertThat(found("index", other.organization().toString())).isTrue();
        assertThat(owner.get("/home").status()).isLessThan(500);
        assertThat(owner.rest("GET", "/api/v1/bots", acme.apiKey(), "").status()).isEqualTo(401);

        var receipt = last(OrganizationId.INSTALLATION, "organization.erased");
        assertThat(receipt.objectId()).isEqualTo(acme.organization().value());
        assertThat(receipt.detail())
                .contains("organization 1", "bot 1", "conversation 1", "message 2", "document 1");
        assertThat(verifyAudit()).isZero();
        assertThat(MAIL.get(acme.email(), "Your organisation has been erased").text())
                .contains(acme.organization().toString());
    }

    @Test
    void goesByItselfWhenItsTimeHasComeAndNotBefore() {
        owner.post(PAGE, "name", "Acme");
        run("EraseOrganization");
        eventually(() -> assertThat(waitingJobs()).noneMatch(job -> job.startsWith("EraseO")));
        assertThat(tablesWith(acme.organization().toString())).contains("organization");

        sql(
                "update organization set closed_at = now() - interval '91 days', erase_at = now() - interval '1 second'");
        owner.get("/closed");
        assertThat(owner.post("/closed/reopening").status()).isEqualTo(409);
        assertThat(owner.get("/closed").body()).contains("It is being erased");
    }

    @Test
    void remindsItsOwnersTwice() {
        owner.post(PAGE, "name", "Acme");

        assertThat(waitingJobs())
                .filteredOn(job -> job.matches("TellOfClosing .*\\.(30|7)"))
                .hasSize(2);
        run("TellOfClosing");

        MAIL.get(acme.email(), "Acme will be erased soon");
    }

    @Test
    void leavesNoOrganizationWithoutAnOwnerWhenAnAccountCloses() {
        assertThat(owner.get("/account/closing").body())
                .contains("You are the only owner of these", "Acme");
        assertThat(owner.post("/account/closing", "email", acme.email()).status()).isEqualTo(409);

        assertThat(owner.post("/account/closing", "email", "x@y.example").status()).isEqualTo(422);
        var second = tenants.member(acme.organization(), Role.OWNER);
        assertThat(owner.get("/account/closing").body()).doesNotContain("only owner");
        assertThat(owner.post("/account/closing", "email", acme.email()).status()).isEqualTo(303);

        // Whoever is about to go does not count as an owner who stays.
        var other = new Browser(port);
        signIn(other, second);
        assertThat(other.get("/account/closing").body()).contains("only owner");
        other.get("/organizations");
        assertThat(other.post("/organizations/departure").status()).isEqualTo(409);
    }

    /** What is closed needs nobody, whatever becomes of it. */
    @Test
    void letsAnOwnerGoOnceTheOrganizationIsClosed() {
        owner.get(PAGE);
        owner.post(PAGE, "name", "Acme");
        owner.get("/account/closing");

        assertThat(owner.post("/account/closing", "email", acme.email()).header("Location"))
                .isEqualTo("/account/closing");
        assertThat(owner.get("/account/closing").body()).contains("Your account is closed");
    }

    @Test
    void letsAClosedAccountDoNothingButComeBack() {
        tenants.member(acme.organization(), Role.OWNER);
        var elsewhere = new Browser(port);
        signIn(elsewhere, acme.email());
        owner.get("/account/closing");
        owner.post("/account/closing", "email", acme.email());

        for (var browser : List.of(owner, elsewhere)) {
            assertThat(browser.get("/home").header("Location")).isEqualTo("/account/closing");
        }
        for (var path : List.of("/account", "/account/security", "/organizations")) {
            assertThat(owner.get(path).header("Location")).as(path).isEqualTo("/account/closing");
        }
        assertThat(owner.get("/account/closing").body()).contains("Your account is closed");
        MAIL.get(acme.email(), "Your account is closed");

        assertThat(owner.post("/account/closing/reopening").status()).isEqualTo(303);

        assertThat(owner.get("/home").status()).isEqualTo(200);
        assertThat(actions(acme.organization())).contains("account.closed", "account.reopened");
    }

    @Test
    void erasesAnAccountWithEverythingThatNamesIt() {
        tenants.member(acme.organization(), Role.OWNER);
        owner.get("/account/closing");
        owner.post("/account/closing", "email", acme.email());
        owner.get("/account/closing");

        assertThat(owner.post("/account/closing/erasure", "email", acme.email()).status())
                .isEqualTo(303);

        eventually(() -> assertThat(accounts.find(acme.owner())).isEmpty());
        MAIL.get(acme.email(), "Your account has been erased");
        eventually(() ->
                assertThat(tablesWith(acme.owner().toString()))
                        .isSubsetOf("audit_entry", "api_key"));
        assertThat(tablesWith(acme.email())).isEmpty();
        assertThat(tablesWith("Acme owner")).isEmpty();
        assertThat(owner.get("/home").header("Location")).isEqualTo("/sign-in");
        assertThat(owner.signIn(acme.email(), Tenants.PASSWORD).status()).isNotEqualTo(303);
        assertThat(Tenancy.callAs(acme.organization(), members::list)).hasSize(1);
        assertThat(last(OrganizationId.INSTALLATION, "account.erased").objectId())
                .isEqualTo(acme.owner().value());
        assertThat(actions(acme.organization())).contains("member.left");
    }

    private static void signIn(Browser browser, String email) {
        browser.signIn(email, Tenants.PASSWORD);
        browser.get("/account/agreement");
        browser.post("/account/agreement", "texts", "true");
    }

    private String teach(Tenant tenant, String text) {
        return Tenancy.callAs(
                tenant.organization(),
                () -> {
                    var bot = bots.add(BotSettings.named("Robin"));
                    var source = sources.add(new NewSource.Text(bot.id(), "Boats", text));
                    eventually(
                            () -> assertThat(sources.get(source.id()).status().isFinal()).isTrue());
                    return bot.publicKey().value();
                });
    }

    private void converse(Tenant tenant) {
        var key =
                Tenancy.callAs(
                        tenant.organization(), () -> bots.list().getFirst().publicKey().value());
        var visitor = Visitor.start(owner.at("/"), key);
        visitor.replyTo(visitor.say("What is your boat called?", "1"));
    }

    private boolean startedBy(String bot) {
        try {
            Visitor.start(owner.at("/"), bot);
            return true;
        } catch (AssertionError refused) {
            return false;
        }
    }

    private List<String> tablesWith(String text) {
        return everything.inTransaction(jdbc -> {
            var tables =
                    jdbc.sql(
                                    """
                                    select tablename from pg_tables
                                    where schemaname = 'public' and tablename <> 'flyway_schema_history' order by 1
                                    """)
                            .query(String.class)
                            .list();
            return tables.stream()
                    .filter(table ->
                            jdbc.sql(
                                            "select exists(select from %1$s where position(:text in %1$s::text) > 0)"
                                                    .formatted(table))
                                    .param("text", text)
                                    .query(Boolean.class)
                                    .single())
                    .toList();
        });
    }

    private boolean found(String directory, String text) throws IOException {
        var root = data.directory(directory);
        var found = new ArrayList<Path>();
        FilesBelow.read(
                root,
                (file, bytes) -> {
                    if (file.toString().contains(text)
                            || new String(bytes, StandardCharsets.ISO_8859_1).contains(text)) {
                        found.add(file);
                    }
                });
        return Files.exists(root.resolve(text)) || !found.isEmpty();
    }

    private List<String> waitingJobs() {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select task_name || ' ' || task_instance from scheduled_tasks")
                        .query(String.class)
                        .list());
    }

    /** All jobs of this name, as if their time had come. */
    private void run(String job) {
        sql(
                "update scheduled_tasks set execution_time = now() where task_name = '%s'"
                        .formatted(job));
    }

    private void sql(String statement) {
        everything.inTransaction(jdbc -> jdbc.sql(statement).update());
    }

    private int verifyAudit() throws Exception {
        return commands.stream()
                .filter(command -> command.name().equals("verify-audit"))
                .findFirst()
                .orElseThrow()
                .run(new Options(List.of("--json")));
    }

    private List<String> actions(OrganizationId organization) {
        return Tenancy.callAs(organization, () -> audit.latest(50)).stream()
                .map(AuditEntry::action)
                .toList();
    }

    private AuditEntry last(OrganizationId organization, String action) {
        return Tenancy.callAs(organization, () -> audit.latest(50)).stream()
                .filter(entry -> entry.action().equals(action))
                .findFirst()
                .orElseThrow();
    }
}
