package io.taros.backup;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.knowledge.NewSource;
import io.taros.knowledge.Source;
import io.taros.knowledge.Sources;
import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.TarosSettings;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.erasure.ErasureJournal;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.DatabaseOwner;
import io.taros.platform.sql.DatabaseSettings;
import io.taros.platform.sql.copy.DatabaseSnapshot;
import io.taros.platform.sql.copy.SecondSchema;
import io.taros.platform.sql.copy.TableColumns;
import io.taros.platform.sql.embedded.EmbeddedPostgres;
import io.taros.platform.storage.DataDirectory;
import io.taros.testing.TarosTest;
import io.taros.testing.TestInstallation;
import io.taros.testing.Visitor;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is written into a backup comes out of it, to the last row, and of nothing else. */
@TarosTest
class BackupTest {
    private static final String CANARY = "quetzalcanary";

    private final MakeBackup backups;
    private final Tenants tenants;
    private final Bots bots;
    private final Sources sources;
    private final DatabaseOwner owner;
    private final DataDirectory data;
    private final Jobs jobs;
    private final Audit audit;
    private final Path folder = TestInstallation.freshDirectory().toAbsolutePath();
    private final Path file = folder.resolve("night.taros");
    private final DataDirectory other = directory(folder.resolve("other"));
    private final EmbeddedPostgres postgres = new EmbeddedPostgres(other, quick());
    private Tenant acme;
    private Visitor visitor;

    BackupTest(
            MakeBackup backups,
            Tenants tenants,
            Bots bots,
            Sources sources,
            DatabaseOwner owner,
            DataDirectory data,
            Jobs jobs,
            Audit audit) {
        this.jobs = jobs;
        this.audit = audit;
        this.backups = backups;
        this.tenants = tenants;
        this.bots = bots;
        this.sources = sources;
        this.owner = owner;
        this.data = data;
    }

    @BeforeEach
    void somethingIsKnownAndSaid(@LocalServerPort int port) {
        acme = tenants.open("Acme");
        var bot = Tenancy.callAs(acme.organization(), () -> bots.add(BotSettings.named("Robin")));
        var source =
                Tenancy.callAs(
                        acme.organization(),
                        () ->
                                sources.add(
                                        new NewSource.Text(
                                                bot.id(),
                                                "Boats",
                                                CANARY + " is what we call our boat.")));
        eventually(() ->
                assertThat(
                                Tenancy.callAs(
                                        acme.organization(),
                                        () -> sources.get(source.id()).status()))
                        .isEqualTo(Source.Status.READY));
        visitor = Visitor.start(URI.create("http://localhost:" + port), bot.publicKey().value());
        visitor.replyTo(visitor.say("What is a " + CANARY + "?", "c-1"));
    }

    @AfterEach
    void stop() {
        postgres.close();
        other.close();
    }

    @Test
    void bringsBackEveryRowEveryFileAndEveryRule() throws Exception {
        var made = make(file);
        var before = rows(owner);
        var rules = rules(owner);

        var address = postgres.start();
        var restored = new DatabaseOwner(address.url(), address.username(), address.password());
        var unpacked =
                new Unpack(file, BackupKeys.read(BackupKeys.besides(file)), other).into(restored);

        assertThat(unpacked.contents().id()).isEqualTo(made.id());
        assertThat(made.rows()).isGreaterThan(20);
        assertThat(made.files()).isGreaterThan(1);
        var after = rows(restored);
        // Written down after the moment of the backup; a job of the same transaction signs it.
        for (var table : List.of("audit_entry", "scheduled_tasks")) {
            before.remove(table);
            after.remove(table);
        }
        assertThat(after).isEqualTo(before).containsKeys("message", "passage", "organization_key");
        assertThat(rules(restored)).isEqualTo(rules);
        assertThat(blobs(other)).isEqualTo(blobs(data)).isNotEmpty();
        assertThat(other.file("keys/master.json"))
                .hasSameTextualContentAs(data.file("keys/master.json"));
    }

    @Test
    void hasEveryFileItsRowsNameThoughOthersWriteMeanwhile() throws Exception {
        var isMade = new AtomicBoolean();
        var bot = Tenancy.callAs(acme.organization(), () -> bots.list().getFirst().id());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var written =
                    threads.submit(() -> {
                        var count = 0;
                        while (!isMade.get() || count == 0) {
                            var text = "Boat number " + count++;
                            Tenancy.callAs(
                                    acme.organization(),
                                    () -> sources.add(new NewSource.Text(bot, text, text)));
                        }
                        return count;
                    });
            make(file);
            isMade.set(true);
            assertThat(written.get()).isPositive();
        }

        var address = postgres.start();
        var restored = new DatabaseOwner(address.url(), address.username(), address.password());
        new Unpack(file, BackupKeys.read(BackupKeys.besides(file)), other).into(restored);

        try (var connection = superuser(restored);
                var statement = connection.createStatement()) {
            var named =
                    texts(
                            statement,
                            """
                            select upload_id::text from source where upload_id is not null
                            union select text_id::text from document where text_id is not null
                            """);
            assertThat(named).hasSizeGreaterThan(1);
            assertThat(blobs(other).keySet().stream().map(name -> name.substring(3)))
                    .containsAll(named);
        }
    }

    /** As with a database of the operator's own, which is not ours to move. */
    @Test
    void takesTheNameOfTheSchemaThereIsAndKeepsThatOne() throws Exception {
        make(file);
        var before = rows(owner);
        var keys = BackupKeys.read(BackupKeys.besides(file));
        var address = postgres.start();
        var theirs = new DatabaseOwner(address.url(), address.username(), address.password());
        var schema = new SecondSchema(theirs);
        assertThat(schema.isTaken()).isFalse();

        new Unpack(file, keys, other).into(schema.make());
        assertThat(schema.isTaken()).as("only beside").isFalse();
        schema.swap("replaced-1");
        new Unpack(file, keys, other).into(schema.make());
        new Unpack(file, keys, other).into(schema.make());
        schema.swap("replaced-2");
        schema.swap("replaced-2");

        assertThat(schema.isTaken()).isTrue();
        assertThat(schema.isInUse()).isFalse();
        var after = rows(theirs);
        assertThat(after.get("message")).isEqualTo(before.get("message"));
        try (var connection = superuser(theirs);
                var statement = connection.createStatement()) {
            assertThat(
                            texts(
                                    statement,
                                    "select nspname from pg_namespace where nspname !~ '^pg_' order by 1"))
                    .containsExactly("information_schema", "public", "replaced-2");
            assertThat(texts(statement, "select count(*)::text from \"replaced-2\".message"))
                    .isEqualTo(texts(statement, "select count(*)::text from message"));
        }
    }

    @Test
    void doesNotTakeTheNameOfWhatIsOfOthers() throws Exception {
        make(file);
        var keys = BackupKeys.read(BackupKeys.besides(file));
        var address = postgres.start();
        var theirs = new DatabaseOwner(address.url(), address.username(), address.password());
        var schema = new SecondSchema(theirs);
        assertThat(schema.mayBeSwapped()).isTrue();
        assertThat(schema.findStranger()).isEmpty();
        run(theirs, "create table invoices (id int)");
        assertThat(schema.findStranger()).contains("invoices");
        new Unpack(file, keys, other).into(schema.make());
        assertThatThrownBy(() -> schema.swap("replaced-1")).hasMessageContaining("is not of Taros");
        run(theirs, "drop table invoices");
        schema.swap("replaced-1");

        assertThat(schema.findStranger()).as("all of it is ours").isEmpty();
        run(theirs, "create table invoices (id int)");
        assertThat(schema.findStranger()).contains("invoices");
        schema.make();
        schema.drop();
        try (var connection = superuser(theirs);
                var statement = connection.createStatement()) {
            assertThat(
                            texts(
                                    statement,
                                    "select nspname from pg_namespace where nspname like 'taros%'"))
                    .isEmpty();
        }
    }

    private static void run(DatabaseOwner in, String sql) throws SQLException {
        try (var connection = in.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void leavesAloneWhatAppearedMeanwhile() throws IOException {
        var stranger = Files.writeString(folder.resolve("night.taros.part"), "of another");
        try (var files = new NewFiles(file)) {
            Files.writeString(file, "of somebody quicker");
            assertThatThrownBy(files::put)
                    .isInstanceOf(BadBackup.class)
                    .hasMessageContaining("exists already");
        }

        assertThat(file).hasContent("of somebody quicker");
        assertThat(BackupKeys.besides(file)).doesNotExist();
        assertThat(stranger).hasContent("of another");
    }

    @Test
    void isRefusedByAnOlderVersion() throws Exception {
        asOwner(
                """
                insert into flyway_schema_history
                    (installed_rank, version, description, type, script, installed_by, execution_time, success)
                values (10000, '9.1', 'of the future', 'SQL', 'V9_1.sql', 'taros_owner', 0, true)
                """);
        try {
            make(file);
        } finally {
            asOwner("delete from flyway_schema_history where version = '9.1'");
        }
        var address = postgres.start();
        var restored = new DatabaseOwner(address.url(), address.username(), address.password());

        assertThatThrownBy(() ->
                        new Unpack(file, BackupKeys.read(BackupKeys.besides(file)), other)
                                .into(restored))
                .isInstanceOf(BadBackup.class)
                .hasMessageContaining("newer version");
    }

    /** Whoever can write one could else write programs for the database to run. */
    @Test
    void putsNothingBesideWhatAnInstallationHas() throws Exception {
        make(file);
        var versions = DatabaseSnapshot.of(owner).versions();
        var address = postgres.start();
        var restored = new DatabaseOwner(address.url(), address.username(), address.password());
        for (var name :
                List.of(
                        "postgres/cluster/postgresql.auto.conf",
                        "blobs/../postgres/password",
                        "keys/master.json",
                        "restore.json",
                        "audit/other.jsonl")) {
            assertForged(restored, versions, List.of(), name);
            assertThat(other.file("restore.json")).doesNotExist();
            assertThat(other.file("postgres/cluster/postgresql.auto.conf"))
                    .content()
                    .doesNotContain("forged");
        }
        for (var table :
                List.of(
                        new TableColumns("flyway_schema_history", List.of("version")),
                        new TableColumns("pg_authid", List.of("rolname")),
                        new TableColumns("organization_key", List.of("organization_id")),
                        new TableColumns("organization", List.of("id", "invented")))) {
            assertForged(restored, versions, List.of(table), "erasures.jsonl");
        }
        var keys = BackupKeys.read(BackupKeys.besides(file));
        var rows =
                new BackupKeys.KeyRows(
                        new TableColumns("flyway_schema_history", List.of("version")), List.of());
        var forged = new BackupKeys(keys.id(), keys.at(), keys.key(), List.of(rows), null);
        assertThatThrownBy(() -> new Unpack(file, forged, other).into(restored))
                .isInstanceOf(BadBackup.class)
                .hasMessageContaining("was not made by Taros");
    }

    private void assertForged(
            DatabaseOwner into, List<String> versions, List<TableColumns> tables, String name)
            throws IOException {
        var forged = folder.resolve("forged.taros");
        Files.deleteIfExists(forged);
        Files.createFile(forged);
        var keys =
                new BackupKeys(
                        new UUID(0, 1), Instant.EPOCH, BackupKeys.freshKey(), List.of(), null);
        try (var writer = new BackupWriter(forged, keys.id(), keys.key())) {
            writer.json(Contents.NAME, new Contents(keys.id(), Instant.EPOCH, versions, tables));
            writer.json(Contents.FILE + name, "forged");
            writer.finish();
        }
        if (!tables.isEmpty() || !name.equals(ErasureJournal.FILE)) {
            assertThatThrownBy(() -> new Unpack(forged, keys, other).into(into))
                    .as(name + tables)
                    .isInstanceOf(BadBackup.class)
                    .hasMessageContaining("was not made by Taros");
        }
    }

    /** It has another data directory than the server whose database it is. */
    @Test
    void isNoneWithoutTheFilesThatRowsName() throws Exception {
        var root = data.file("blobs").resolve(acme.organization().toString());
        var away = data.file("blobs").resolveSibling("blobs-away");
        Files.move(root, away);
        try {
            assertThatThrownBy(() -> make(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("not in the data directory");
        } finally {
            Files.move(away, root);
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void isNoneIfAKeyWasRenewedWhileFilesWereCopied() throws IOException {
        var table =
                new TableColumns(
                        "organization_key",
                        List.of("organization_id", "sealed_keyset", "resealing"));
        var then = List.of(new BackupKeys.KeyRows(table, List.of("a\told\t1\n", "b\tsame\t1\n")));
        SealedWith.check(
                then,
                List.of(new BackupKeys.KeyRows(table, List.of("a\told\t2\n", "c\tnew\t1\n"))));

        assertThatThrownBy(() ->
                        SealedWith.check(
                                then,
                                List.of(new BackupKeys.KeyRows(table, List.of("a\tnewer\t1\n")))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("run it again");
    }

    @Test
    void isReadableWithItsKeysAlone() throws Exception {
        make(file);

        for (var path : List.of(file, BackupKeys.besides(file))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(path, StandardCharsets.ISO_8859_1))
                    .doesNotContain(CANARY, "Acme", acme.email());
        }
        assertThat(Files.list(folder).map(path -> path.getFileName().toString()))
                .containsExactlyInAnyOrder("night.taros", "night.taros.keys", "other");
    }

    @Test
    void isNotWrittenOverAnother() throws IOException {
        Files.writeString(BackupKeys.besides(file), "the keys of last night");

        assertThatThrownBy(() -> make(file))
                .isInstanceOf(BadBackup.class)
                .hasMessageContaining("night.taros.keys exists already");

        assertThat(BackupKeys.besides(file)).hasContent("the keys of last night");
        assertThat(file).doesNotExist();
    }

    @Test
    void saysWhatIsWrongWithIt() throws Exception {
        make(file);
        var keys = BackupKeys.read(BackupKeys.besides(file));
        var second = folder.resolve("second.taros");
        make(second);
        var whole = Files.readAllBytes(file);

        assertRefused(BackupKeys.read(BackupKeys.besides(second)), "another backup");
        assertRefused(
                new BackupKeys(keys.id(), keys.at(), BackupKeys.freshKey(), keys.tables(), null),
                "does not open");
        for (var place : new int[] {60, whole.length / 2, whole.length - 1}) {
            var damaged = whole.clone();
            damaged[place] ^= 1;
            Files.write(file, damaged);
            assertRefused(keys, "does not open");
        }
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertRefused(keys, "was cut off");
        Files.writeString(file, "no backup at all, only some text that lies here");
        assertRefused(keys, "is no backup");
        assertThatThrownBy(() -> BackupKeys.read(folder.resolve("none.keys")))
                .isInstanceOf(BadBackup.class)
                .hasMessageContaining("--keys FILE");
    }

    private MakeBackup.Made make(Path wanted) throws IOException {
        return Tenancy.callAs(OrganizationId.INSTALLATION, () -> backups.make(wanted));
    }

    /** The keys age out before what they open. */
    @Nested
    class EveryNight {
        private final MovingClock now = new MovingClock();
        private final List<Object> said = new ArrayList<>();
        private final NightlyFiles nights =
                new NightlyFiles(
                        new BackupSettings(folder, Duration.ofDays(30), Duration.ofDays(35)), now);
        private final BackingUp night = new BackingUp(nights, backups, jobs, audit, said::add, now);
        private final BackupsHealthIndicator health = new BackupsHealthIndicator(nights, now);

        @Test
        void makesOneAndSaysHowOldItIs() throws IOException {
            assertThat(health.health().getStatus().getCode()).isEqualTo("OVERDUE");

            night.handle(new BackUp(LocalDate.of(2026, 11, 27)));

            assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
            now.pass(Duration.ofHours(26));
            assertThat(health.health().getDetails()).containsEntry("hours", 26L);
            now.pass(Duration.ofHours(1));
            assertThat(health.health().getStatus().getCode()).isEqualTo("OVERDUE");
            assertThat(Tenancy.callAs(OrganizationId.INSTALLATION, () -> audit.latest(1)))
                    .extracting(AuditEntry::action)
                    .containsExactly("backup.made");
        }

        @Test
        void destroysKeysAfterThirtyDaysAndTheRestAfterThirtyFive() throws IOException {
            var made = make(nights.next(folder));
            Files.writeString(folder.resolve("of somebody else.taros"), "stays");
            Files.writeString(folder.resolve("taros-20269999T999999Z.taros"), "stays");
            var large = Path.of(made.file());
            var small = Path.of(made.keys());

            var cutOff = Path.of(nights.next(folder) + ".keys.part");
            Files.writeString(cutOff, "of a server that was killed");

            now.pass(Duration.ofDays(30));
            nights.dropOld();
            assertThat(small).exists();
            assertThat(cutOff).doesNotExist();
            now.pass(Duration.ofSeconds(1));
            nights.dropOld();
            assertThat(small).doesNotExist();
            assertThat(large).exists();
            now.pass(Duration.ofDays(5));
            nights.dropOld();

            assertThat(large).doesNotExist();
            assertThat(folder.resolve("of somebody else.taros")).hasContent("stays");
        }

        @Test
        void saysWhereAllCanSeeThatNoneCouldBeMade() {
            night.exhausted(new BackUp(LocalDate.of(2026, 11, 27)), new IOException("full"));

            assertThat(Tenancy.callAs(OrganizationId.INSTALLATION, () -> audit.latest(1)))
                    .extracting(AuditEntry::action)
                    .containsExactly("backup.failed");
            assertThat(said).containsExactly(new BackupFailed(LocalDate.of(2026, 11, 27)));
        }
    }

    private static final class MovingClock implements InstantSource {
        private Instant now = Instant.parse("2026-11-27T03:30:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    private void assertRefused(BackupKeys keys, String reason) {
        assertThatThrownBy(() -> CheckBackup.check(file, keys))
                .isInstanceOf(BadBackup.class)
                .hasMessageContaining(reason);
    }

    private void asOwner(String statement) throws SQLException {
        try (var connection = owner.connect();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    /** Each table's rows, whatever their order; sessions are not copied. */
    private static Map<String, String> rows(DatabaseOwner of) throws SQLException {
        var found = new TreeMap<String, String>();
        try (var connection = superuser(of);
                var statement = connection.createStatement()) {
            statement.execute("set timezone to 'UTC'");
            for (var table :
                    texts(
                            statement,
                            "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like all (array['flyway%', 'spring_session%'])")) {
                found.put(
                        table,
                        texts(
                                        statement,
                                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '\n' order by t::text)), '') from \"%s\" t"
                                                .formatted(table))
                                .getFirst());
            }
        }
        return found;
    }

    /** Constraints, forced row-level security, policies, triggers. */
    private static List<String> rules(DatabaseOwner of) throws SQLException {
        try (var connection = superuser(of);
                var statement = connection.createStatement()) {
            return texts(
                    statement,
                    """
                    select conrelid::regclass || conname || pg_get_constraintdef(oid) || convalidated from pg_constraint
                    union all select relname || relrowsecurity || relforcerowsecurity from pg_class where relkind = 'r'
                    union all select polrelid::regclass || polname from pg_policy
                    union all select tgrelid::regclass || tgname || tgenabled::text from pg_trigger where not tgisinternal
                    order by 1
                    """);
        }
    }

    private static java.sql.Connection superuser(DatabaseOwner of) throws SQLException {
        return DriverManager.getConnection(of.url(), "postgres", of.password());
    }

    private static List<String> texts(java.sql.Statement statement, String query)
            throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private Map<String, String> blobs(DataDirectory of) throws IOException {
        var root = of.file("blobs").resolve(acme.organization().toString());
        var found = new TreeMap<String, String>();
        try (var files = Files.walk(root)) {
            for (var path : files.filter(Files::isRegularFile).toList()) {
                found.put(
                        root.relativize(path).toString(),
                        Files.readString(path, StandardCharsets.ISO_8859_1));
            }
        }
        return found;
    }

    private static DataDirectory directory(Path path) {
        return new DataDirectory(new TarosSettings(path, URI.create("http://localhost")));
    }

    private static DatabaseSettings quick() {
        return new DatabaseSettings(null, null, null, false, 2);
    }
}
