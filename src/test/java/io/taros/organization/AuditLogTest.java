package io.taros.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditCheck;
import io.taros.platform.audit.AuditCheck.Fault;
import io.taros.platform.audit.AuditCheck.Finding;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.audit.AuditProof;
import io.taros.platform.command.Command;
import io.taros.platform.command.Options;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.DatabaseOwner;
import io.taros.platform.storage.DataDirectory;
import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * P-35: what was done can be seen by those who may, and cannot be undone unseen. P-37: by a hash.
 */
@TarosTest
class AuditLogTest {
    private static final String PAGE = "/settings/audit-log";

    private final Tenants tenants;
    private final Audit audit;
    private final AuditCheck check;
    private final AuditProof proof;
    private final List<Command> commands;
    private final DatabaseOwner database;
    private final DataDirectory data;
    private final JsonMapper json;
    private final Browser owner;
    private final Browser other;
    private Tenants.Tenant acme;

    AuditLogTest(
            Tenants tenants,
            Audit audit,
            AuditCheck check,
            AuditProof proof,
            List<Command> commands,
            DatabaseOwner database,
            DataDirectory data,
            JsonMapper json,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.audit = audit;
        this.check = check;
        this.proof = proof;
        this.commands = commands;
        this.database = database;
        this.data = data;
        this.json = json;
        owner = new Browser(port);
        other = new Browser(port);
    }

    @BeforeEach
    void somethingWasDone() throws Exception {
        Files.deleteIfExists(data.directory("audit").resolve("checkpoints.jsonl"));
        acme = tenants.open("Acme");
        owner.signIn(acme.email(), Tenants.PASSWORD);
        owner.get("/settings/roles");
        owner.post("/settings/roles", "name", "Desk", "permissions", "BOT_READ");
        owner.post("/settings/roles", "name", "Night", "permissions", "ANSWER");
    }

    @Test
    void showsWhoDidWhatAndFromWhere() {
        var page = owner.get(PAGE).body();

        assertThat(page)
                .contains("Role created", "Acme owner", "Permissions: BOT_READ", "Signed in");
        assertThat(entries().getFirst().origin()).matches("[0-9a-f]{32}");
        assertThat(page).doesNotContain("127.0.0.1");
    }

    @Test
    void showsWhatIsAskedFor() {
        assertThat(owner.get(PAGE + "?area=role").body())
                .contains("Role created")
                .doesNotContain("<span class=\"cell-title\">Signed in</span>");
        assertThat(owner.get(PAGE + "?until=2001-01-01").body())
                .contains("Nothing was done like that");
        assertThat(owner.get(PAGE + "?actor=" + acme.owner()).body()).contains("Role created");
        assertThat(owner.get(PAGE + "?actor=nobody&from=never&before=3").status()).isEqualTo(200);
        var role = entries().getFirst().objectId();
        assertThat(owner.get(PAGE + "?id=" + role).body())
                .contains("Permissions: ANSWER")
                .doesNotContain("Permissions: BOT_READ");
    }

    @Test
    void leadsToOlderEntries() {
        for (var i = 0; i < 60; i++) {
            owner.post(
                    "/settings/organization",
                    "name",
                    "Acme " + i,
                    "language",
                    "en",
                    "timeZone",
                    "UTC");
        }

        var first = owner.get(PAGE + "?area=organization");
        assertThat(first.body()).contains("Older entries", "Changed: name");
        var next =
                first.body()
                        .replaceFirst(
                                "(?s).*href=\"(/settings/audit-log\\?area=organization&amp;before=\\d+)\".*",
                                "$1");
        var second = owner.get(next.replace("&amp;", "&"));
        assertThat(second.body()).contains("Organisation created").doesNotContain("Older entries");
    }

    @Test
    void isClosedToWhoeverMayNotReadItAndRemembersThatTheyTried() {
        other.signIn(tenants.member(acme.organization(), Role.EDITOR), Tenants.PASSWORD);

        for (var i = 0; i < 30; i++) {
            assertThat(other.get(PAGE).status()).isEqualTo(403);
        }

        assertThat(entries())
                .filteredOn(entry -> entry.action().equals("access.refused"))
                .hasSize(20)
                .allSatisfy(entry ->
                        assertThat(entry.detail())
                                .contains("GET /settings/audit-log", "AUDIT_READ"));
    }

    @Test
    void isWholeAsWritten() {
        proofOf();

        assertThat(result().findings()).isEmpty();
        assertThat(owner.post(PAGE + "/check").body()).contains("The log is whole");
        assertThat(run("--json")).contains("\"findings\":[]").contains("\"organizations\":1");
    }

    @Test
    void tellsWhichEntryWasAltered() throws Exception {
        alter("update audit_entry set actor_id = gen_random_uuid() where seq = 3");

        assertThat(result().findings()).containsExactly(new Finding(3, Fault.ALTERED));
        assertThat(owner.post(PAGE + "/check").body()).contains("Entry 3 was altered");
        assertThat(run()).contains("entry 3: ALTERED", "NOT whole");
    }

    @Test
    void tellsThatAnEntryWasTakenOutOrPutIn() throws Exception {
        alter("delete from audit_entry where seq = 2");
        assertThat(result().findings()).containsExactly(new Finding(3, Fault.GAP));

        alter(
                """
                insert into audit_entry (organization_id, seq, at, actor_kind, action, previous_hash, hash)
                select organization_id, 2, at, actor_kind, action, previous_hash, hash from audit_entry where seq = 1
                """);
        assertThat(result().findings())
                .contains(new Finding(2, Fault.ALTERED), new Finding(2, Fault.BROKEN_LINK));
    }

    @Test
    void tellsThatItsEndWasCutOff() throws Exception {
        proofOf();
        var last = entries().getFirst().seq();

        alter("delete from audit_entry where seq > 2; delete from audit_checkpoint");

        assertThat(result().findings()).containsExactly(new Finding(last, Fault.CUT_OFF));
    }

    /** Every hash is right again, and still it is not what was signed. */
    @Test
    void tellsThatItWasWrittenAnew() throws Exception {
        proofOf();
        var last = entries().getFirst();
        var forged =
                new AuditEntry(
                        last.seq(),
                        last.at(),
                        last.actorKind(),
                        last.actorId(),
                        "account.signed-in",
                        null,
                        null,
                        last.requestId(),
                        last.version(),
                        last.origin(),
                        null,
                        last.previousHash(),
                        new byte[32]);
        alter(
                """
                update audit_entry set action = 'account.signed-in', object_kind = null, object_id = null, detail = null,
                    hash = '\\x%s' where seq = %d
                """
                        .formatted(HexFormat.of().formatHex(forged.computedHash()), last.seq()));

        assertThat(result().findings()).containsExactly(new Finding(last.seq(), Fault.REWRITTEN));
    }

    @Test
    void believesNoForeignSignature() throws Exception {
        proofOf();
        alter("update audit_checkpoint set hash = sha256('x')");

        assertThat(result().findings())
                .extracting(Finding::fault)
                .containsExactly(Fault.FALSE_SIGNATURE);
    }

    @Test
    void noticesWhateverIsDoneToIt() throws Exception {
        proofOf();
        var random = new Random(42);
        var columns =
                List.of(
                        "at = at + interval '1 second'",
                        "actor_kind = 'SYSTEM'",
                        "actor_id = null",
                        "action = action || 'x'",
                        "object_kind = coalesce(object_kind, '') || 'x'",
                        "request_id = coalesce(request_id, '') || 'x'",
                        "origin = coalesce(origin, '') || 'x'",
                        "detail = coalesce(detail, '') || ' '",
                        "version = version + 1",
                        "hash = sha256(hash)",
                        "previous_hash = sha256(previous_hash)",
                        "seq = seq + 100");
        var size = entries().size();
        alter("create table kept as select * from audit_entry");
        try {
            for (var attack = 0; attack < 60; attack++) {
                var seq = 1 + random.nextInt(size);
                var column = columns.get(random.nextInt(columns.size()));
                alter(
                        random.nextInt(4) == 0
                                ? "delete from audit_entry where seq >= " + seq
                                : "update audit_entry set %s where seq = %d"
                                        .formatted(column, seq));
                var isChanged = !same();
                assertThat(result().isWhole())
                        .as("attack %d: %s at %d", attack, column, seq)
                        .isEqualTo(!isChanged);
                alter("delete from audit_entry; insert into audit_entry select * from kept");
            }
        } finally {
            alter("drop table if exists kept, seen");
        }
    }

    /** From the file alone, as docs/audit.md says. */
    @Test
    void canBeCheckedElsewhere() throws Exception {
        var lines = owner.get(PAGE + "/export.jsonl").body().lines().map(json::readTree).toList();

        var key =
                KeyFactory.getInstance("Ed25519")
                        .generatePublic(
                                new X509EncodedKeySpec(
                                        Base64.getDecoder()
                                                .decode(
                                                        lines.getFirst()
                                                                .get("publicKey")
                                                                .asString())));
        var entries = lines.stream().filter(line -> line.has("seq")).toList().reversed();
        var checkpoint =
                lines.stream().filter(line -> line.has("checkpoint")).findFirst().orElseThrow();
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(key);
        signature.update(checkpoint.get("signed").asString().getBytes(StandardCharsets.UTF_8));
        assertThat(
                        signature.verify(
                                Base64.getDecoder().decode(checkpoint.get("signature").asString())))
                .isTrue();
        var before = "0".repeat(64);
        for (var entry : entries) {
            assertThat(entry.get("previousHash").asString()).isEqualTo(before);
            before = hash(entry, before);
            assertThat(entry.get("hash").asString()).isEqualTo(before);
        }
        assertThat(checkpoint.get("signed").asString()).contains(" " + before + " ");
        assertThat(entries().getFirst().action()).isEqualTo("audit-log.exported");
    }

    @Test
    void goesIntoASpreadsheetThatRunsNothing() {
        var table = owner.get(PAGE + "/export.csv?area=role").body();

        assertThat(table.lines()).hasSize(3);
        assertThat(table).startsWith("\uFEFFnumber,at,kind,actor").contains("role.created");
    }

    @Test
    void showsNothingOfAnotherOrganization() {
        var globex = tenants.open("Globex");
        other.signIn(globex.email(), Tenants.PASSWORD);

        assertThat(other.get(PAGE).body()).doesNotContain("Role created", "Acme");
        assertThat(other.get(PAGE + "/export.jsonl").body()).doesNotContain("role.created");
        assertThat(other.get(PAGE + "/export.csv").body()).doesNotContain("role.created");
    }

    private static String hash(JsonNode entry, String before) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(HexFormat.of().parseHex(before));
        for (var field :
                List.of(
                        "seq",
                        "at",
                        "actorKind",
                        "actorId",
                        "action",
                        "objectKind",
                        "objectId",
                        "requestId",
                        "version",
                        "origin",
                        "detail")) {
            var value = text(entry.get(field)).getBytes(StandardCharsets.UTF_8);
            digest.update((value.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(value);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String text(@Nullable JsonNode value) {
        return value == null || value.isNull() ? "null" : value.asString();
    }

    private void proofOf() {
        Tenancy.callAs(acme.organization(), proof::witnesses);
    }

    private AuditCheck.Result result() {
        return Tenancy.callAs(acme.organization(), check::run);
    }

    private List<AuditEntry> entries() {
        return Tenancy.callAs(acme.organization(), () -> audit.latest(200));
    }

    private String run(String... arguments) {
        var command =
                commands.stream()
                        .filter(known -> known.name().equals("verify-audit"))
                        .findFirst()
                        .orElseThrow();
        var out = System.out;
        var written = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
            command.run(new Options(List.of(arguments)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            System.setOut(out);
        }
        return written.toString(StandardCharsets.UTF_8);
    }

    private boolean same() throws Exception {
        alter("drop table if exists seen; create table seen as select * from audit_entry");
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select not exists ((table seen except table kept) union all"
                                        + " (table kept except table seen))")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /** As somebody who owns the database, past everything the server keeps to. */
    private void alter(String sql) throws Exception {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    alter table audit_entry no force row level security;
                    alter table audit_checkpoint no force row level security;
                    %s;
                    alter table audit_entry force row level security;
                    alter table audit_checkpoint force row level security
                    """
                            .formatted(sql));
        }
    }

    private Connection connect() throws Exception {
        return DriverManager.getConnection(
                database.url(), database.username(), database.password());
    }
}
