package io.taros.signon;

import static io.taros.testing.Eventually.eventually;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.conversation.Conversation;
import io.taros.conversation.Leads;
import io.taros.conversation.VisitorIdentities;
import io.taros.conversation.VisitorIdentity;
import io.taros.golden.Expectation;
import io.taros.golden.GoldenQuestions;
import io.taros.golden.NewGoldenQuestion;
import io.taros.knowledge.NewSource;
import io.taros.knowledge.Source;
import io.taros.knowledge.Sources;
import io.taros.organization.Tenants;
import io.taros.platform.crypto.KeyRenewal;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.platform.sql.DatabaseOwner;
import io.taros.platform.storage.DataDirectory;
import io.taros.testing.Browser;
import io.taros.testing.FilesBelow;
import io.taros.testing.KeyRenewals;
import io.taros.testing.LogScan;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * P-34: whoever has the disk, and not the master key, reads nothing of it: not in tables, not in
 * the journal of the database, not in files, not in the index. What is taught lies open, and only
 * where the documentation says so.
 */
@TarosTest
class CanaryAtRestTest {
    private static final String TAUGHT = "zqtaught";
    private static final Pattern SECRET = Pattern.compile("<code[^>]*>([\\w-]{43})</code>");

    private final Tenants tenants;
    private final Bots bots;
    private final Sources sources;
    private final GoldenQuestions golden;
    private final Leads leads;
    private final VisitorIdentities identities;
    private final Disk disk;
    private final Browser owner;

    /** By what they were planted into. */
    private final Map<String, String> planted = new LinkedHashMap<>();

    private Tenants.Tenant acme;
    private Bot bot;
    private Conversation.Id conversation;

    record Disk(
            Providers providers,
            KeyRenewal renewal,
            DataDirectory data,
            DatabaseOwner owner,
            CrossOrganization everything,
            TransactionTemplate transactions) {}

    CanaryAtRestTest(
            Tenants tenants,
            Bots bots,
            Sources sources,
            GoldenQuestions golden,
            Leads leads,
            VisitorIdentities identities,
            ObjectProvider<Providers> providers,
            KeyRenewal renewal,
            DataDirectory data,
            DatabaseOwner owner,
            CrossOrganization everything,
            TransactionTemplate transactions,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.bots = bots;
        this.sources = sources;
        this.golden = golden;
        this.leads = leads;
        this.identities = identities;
        disk = new Disk(providers.getObject(), renewal, data, owner, everything, transactions);
        this.owner = new Browser(port);
    }

    @BeforeEach
    void somethingIsEverywhere() {
        acme = tenants.open("Acme");
        owner.signIn(acme.email(), Tenants.PASSWORD);
        bot = Tenancy.callAs(acme.organization(), () -> bots.add(BotSettings.named("Robin")));
        visit();
        Tenancy.runAs(acme.organization(), this::teachAndTest);
        secrets();
    }

    @Test
    void isNowhereOnTheDisk() throws Exception {
        writeEverything();

        assertThat(find(LogScan.CANARY)).as("what people say, and secrets").isEmpty();
        for (var secret : List.of("visitor's token", "API key", "secret of identities", "TOTP")) {
            assertThat(find(planted.get(secret))).as(secret).isEmpty();
        }
        assertThat(find(bytes(planted.get("TOTP")))).as("TOTP as it is stored").isEmpty();
    }

    /**
     * As docs/security.md says: in passages, in the index, in what the database writes down of
     * both.
     */
    @Test
    void liesOpenWhereItWasTaughtAndNowhereElse() throws Exception {
        writeEverything();

        var places = new TreeSet<String>();
        find(TAUGHT).forEach((file, found) -> places.add(file.getName(0).toString()));
        assertThat(places).contains("postgres").isSubsetOf("postgres", "index");
    }

    /** Whatever is closed anew has to be opened in its place first: so all contexts are right. */
    @Test
    void opensAllOfItWithANewerKey() {
        assertThat(Tenancy.callAs(acme.organization(), disk.renewal()::begin)).isTrue();
        eventually(() ->
                assertThat(
                                count(
                                        "select count(*) from scheduled_tasks where task_name = 'ResealValues' and task_instance like '%.last.%'"))
                        .isEqualTo(1));
        KeyRenewals.passTime(disk.everything());
        eventually(() ->
                assertThat(
                                count(
                                        "select count(*) from organization_key where retiring_since is not null"))
                        .isZero());

        Tenancy.runAs(
                acme.organization(),
                () -> {
                    assertThat(leads.withEmail(planted.get("lead's address")))
                            .containsExactly(conversation);
                    assertThat(leads.list(conversation).getFirst().contact().note())
                            .isEqualTo(planted.get("lead's note"));
                    assertThat(identities.find(conversation).orElseThrow().subject())
                            .isEqualTo(planted.get("identity's subject"));
                    assertThat(golden.list(bot.id()).getFirst().content().question())
                            .isEqualTo(planted.get("golden question"));
                    var provider = disk.providers().find().orElseThrow();
                    assertThat(disk.providers().known(provider).client().secret())
                            .isEqualTo(planted.get("provider's secret"));
                });
    }

    private void visit() {
        var visitor = Visitor.start(owner.at("/"), bot.publicKey().value());
        conversation = new Conversation.Id(UUID.fromString(visitor.id()));
        planted.put("visitor's token", visitor.token());
        visitor.replyTo(visitor.say("Where is " + canary("message") + "?", "c-1"));
        ok(
                visitor.call(
                                "POST",
                                "/lead",
                                "{\"name\":\"%s\",\"email\":\"%s\",\"phone\":\"+45 91 82 73 64\",\"message\":\"%s\"}"
                                        .formatted(
                                                canary("lead's name"),
                                                plant(
                                                        "lead's address",
                                                        canary("a") + "@mail.example"),
                                                canary("lead's note")))
                        .statusCode());
        ok(
                visitor.call(
                                "POST",
                                "/rating",
                                "{\"score\":2,\"comment\":\"%s\"}".formatted(canary("rating")))
                        .statusCode());
        ok(
                owner.rest(
                                "POST",
                                "/widget/v1/" + bot.publicKey().value() + "/conversations",
                                "",
                                "{\"page\":\"https://shop.example/%s\"}".formatted(canary("page")))
                        .status());
    }

    private void teachAndTest() {
        identities.add(
                conversation,
                new VisitorIdentity(
                        canary("identity's subject"),
                        canary("identity's name"),
                        canary("identity") + "@shop.example"));
        golden.add(
                bot.id(),
                new NewGoldenQuestion(
                        canary("golden question"),
                        new Expectation(
                                Expectation.Kind.ANSWER,
                                List.of(canary("golden fact")),
                                List.of(),
                                null)));
        var text = "Returns: %s parcels come back within thirty days.".formatted(TAUGHT);
        var taught =
                List.of(
                        sources.add(new NewSource.Text(bot.id(), "Returns", text)),
                        sources.add(
                                new NewSource.File(
                                        bot.id(),
                                        "returns.txt",
                                        ("File. " + text).getBytes(UTF_8))));
        eventually(() ->
                assertThat(taught.stream().map(one -> sources.get(one.id()).status()))
                        .containsOnly(Source.Status.READY));
    }

    private void secrets() {
        planted.put("API key", acme.apiKey());
        Tenancy.runAs(
                acme.organization(),
                () ->
                        disk.transactions()
                                .executeWithoutResult(status ->
                                        disk.providers()
                                                .set(
                                                        "https://login.acme.example",
                                                        "id",
                                                        canary("provider's secret"))));
        owner.get("/bot/identity?bot=" + bot.id().value());
        var shown = owner.post("/bot/identity/secrets", "bot", bot.id().value().toString()).body();
        var secret = SECRET.matcher(shown);
        assertThat(secret.find()).isTrue();
        planted.put("secret of identities", secret.group(1));
        owner.get("/account");
        var enrolment = owner.post("/account/second-factor/enrolment").body();
        var totp = Pattern.compile("\\b(?:[A-Z2-7]{4} ?){8}").matcher(enrolment);
        assertThat(totp.find()).as(enrolment).isTrue();
        planted.put("TOTP", totp.group().replace(" ", ""));
    }

    private String canary(String place) {
        return plant(place, LogScan.CANARY + UUID.randomUUID().toString().replace("-", ""));
    }

    private String plant(String place, String what) {
        planted.put(place, what);
        return what;
    }

    private static void ok(int status) {
        assertThat(status).isBetween(200, 299);
    }

    private long count(String sql) {
        return disk.everything().inTransaction(jdbc -> jdbc.sql(sql).query(Long.class).single());
    }

    /** From memory to the files, and the journal with it; the superuser's to ask for. */
    private void writeEverything() throws Exception {
        var owner = disk.owner();
        try (var connection =
                        DriverManager.getConnection(owner.url(), "postgres", owner.password());
                var statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    private Map<Path, String> find(@Nullable String text) throws IOException {
        return find(text.getBytes(US_ASCII), text);
    }

    private Map<Path, String> find(byte[] bytes) throws IOException {
        return find(bytes, null);
    }

    private Map<Path, String> find(byte[] bytes, @Nullable String text) throws IOException {
        var wanted = new ArrayList<String>(List.of(new String(bytes, ISO_8859_1)));
        if (text != null) {
            for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
                wanted.add(new String(text.getBytes(charset), ISO_8859_1));
            }
            wanted.add(text.toUpperCase(java.util.Locale.ROOT));
        }
        var root = disk.data().directory("keys").getParent();
        var found = new TreeMap<Path, String>();
        FilesBelow.read(
                root,
                (file, read) -> {
                    var content = new String(read, ISO_8859_1);
                    for (var one : wanted) {
                        var at = content.indexOf(one);
                        if (at >= 0) {
                            found.put(root.relativize(file), placeOf(content, at));
                        }
                    }
                });
        return found;
    }

    /** Which of the planted ones it is. */
    private String placeOf(String content, int at) {
        var rest = content.substring(at, Math.min(content.length(), at + 60));
        return planted.entrySet().stream()
                .filter(entry -> rest.startsWith(entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(rest);
    }

    /** Base 32, five bits a letter. */
    private static byte[] bytes(String secret) {
        var bytes = new byte[secret.length() * 5 / 8];
        var buffer = 0;
        var bits = 0;
        var next = 0;
        for (var letter : secret.toCharArray()) {
            buffer = buffer << 5 | (letter >= 'A' ? letter - 'A' : letter - '2' + 26);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[next] = (byte) (buffer >> bits);
                next++;
            }
        }
        return bytes;
    }
}
