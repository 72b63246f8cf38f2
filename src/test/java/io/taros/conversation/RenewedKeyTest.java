package io.taros.conversation;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.platform.audit.AuditLog;
import io.taros.platform.crypto.KeyRenewal;
import io.taros.platform.crypto.OrganizationKeys;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.platform.storage.BlobId;
import io.taros.platform.storage.BlobStore;
import io.taros.platform.storage.DataDirectory;
import io.taros.testing.KeyRenewals;
import io.taros.testing.TarosTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** P-34: an organization's key is replaced by a newer one while everybody goes on. */
@TarosTest
class RenewedKeyTest {
    private final OrganizationId acme = new OrganizationId(UUID.randomUUID());
    private final OrganizationId globex = new OrganizationId(UUID.randomUUID());

    private final Bots bots;
    private final Conversations conversations;
    private final ConversationLog log;
    private final Leads leads;
    private final KeyRenewal renewal;
    private final World world;

    record World(
            TransactionTemplate transactions,
            OrganizationKeys keys,
            BlobStore blobs,
            AuditLog audit,
            CrossOrganization everything,
            Path files) {}

    RenewedKeyTest(
            Bots bots,
            Conversations conversations,
            ConversationLog log,
            Leads leads,
            KeyRenewal renewal,
            TransactionTemplate transactions,
            OrganizationKeys keys,
            BlobStore blobs,
            AuditLog audit,
            CrossOrganization everything,
            DataDirectory data) {
        this.bots = bots;
        this.conversations = conversations;
        this.log = log;
        this.leads = leads;
        this.renewal = renewal;
        world = new World(transactions, keys, blobs, audit, everything, data.directory("blobs"));
    }

    @Test
    void opensEverythingMeanwhileAndAfterwards() throws Exception {
        var conversation = Tenancy.callAs(acme, this::begin);
        var said = new HashMap<Message.Id, String>();
        Tenancy.runAs(
                acme,
                () -> {
                    for (var i = 0; i < 450; i++) {
                        said.put(say(conversation, "Sentence " + i), "Sentence " + i);
                    }
                });
        var blob = new BlobId(UUID.fromString("01a21b99-d338-71bd-b214-bd1bb5c11569"));
        Tenancy.runAs(
                acme,
                () -> {
                    leads.add(conversation, Lead.Given.of(contact("ada@example.com")));
                    world.blobs().put(blob, "A file".getBytes(StandardCharsets.UTF_8));
                });
        var before = sealedTexts();

        var stop = new AtomicBoolean();
        var read = new AtomicInteger();
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var reader =
                    others.submit(() ->
                            Tenancy.callAs(
                                    acme,
                                    () -> {
                                        while (!stop.get()) {
                                            for (var one : log.list(conversation, 0, 100)) {
                                                if (said.containsKey(one.id())) {
                                                    assertThat(one.text())
                                                            .isEqualTo(said.get(one.id()));
                                                }
                                            }
                                            assertThat(leads.withEmail("ada@example.com"))
                                                    .containsExactly(conversation);
                                            assertThat(world.blobs().get(blob)).isPresent();
                                            read.incrementAndGet();
                                        }
                                        return true;
                                    }));
            var writer =
                    others.submit(() ->
                            Tenancy.callAs(
                                    acme,
                                    () -> {
                                        var written = new ArrayList<Message.Id>();
                                        while (!stop.get() && written.size() < 500) {
                                            written.add(say(conversation, "Meanwhile"));
                                        }
                                        return written;
                                    }));
            try {
                assertThat(Tenancy.callAs(acme, renewal::begin)).isTrue();
                assertThat(Tenancy.callAs(acme, renewal::begin)).as("twice at once").isFalse();
                finish(acme);
            } finally {
                stop.set(true);
            }
            assertThat(reader.get()).isTrue();
            for (var id : writer.get()) {
                said.put(id, "Meanwhile");
            }
        }

        assertThat(read.get()).isPositive();
        assertThat(texts(conversation)).isEqualTo(said);
        Tenancy.runAs(
                acme,
                () -> {
                    assertThat(leads.withEmail("ada@example.com")).containsExactly(conversation);
                    assertThat(leads.list(conversation).getFirst().contact().email())
                            .isEqualTo("ada@example.com");
                    assertThat(world.blobs().get(blob))
                            .contains("A file".getBytes(StandardCharsets.UTF_8));
                    assertThat(renewal.find().orElseThrow().version()).isEqualTo(2);
                    assertThat(actions()).contains("key.renewed", "key.destroyed");
                });
        assertThat(prefixes()).as("closed by one key").hasSize(1);
        before.forEach((id, sealed) ->
                assertThatThrownBy(() ->
                                Tenancy.callAs(
                                        acme,
                                        () -> world.keys().decrypt(sealed, "message.text:" + id)))
                        .as("the older key is gone")
                        .isInstanceOf(IllegalStateException.class));
    }

    /** What a process that was killed between two batches leaves behind. */
    @Test
    void goesOnWhereItWasCutOff() {
        var conversation = Tenancy.callAs(acme, this::begin);
        var said = new HashMap<Message.Id, String>();
        Tenancy.runAs(
                acme,
                () -> {
                    for (var i = 0; i < 300; i++) {
                        said.put(say(conversation, "Sentence " + i), "Sentence " + i);
                    }
                });
        Tenancy.callAs(acme, renewal::begin);
        eventually(() -> assertThat(waits(acme, "last")).isTrue());
        var half =
                said.keySet().stream().map(id -> id.value().toString()).sorted().toList().get(150);
        sql("update organization_key set resealing = 'message\t" + half + "'");

        finish(acme);

        assertThat(texts(conversation)).isEqualTo(said);
        assertThat(prefixes()).hasSize(1);
    }

    /** A node that had not heard of the newer key stores what the older one closed. */
    @Test
    void findsWhatTheOlderKeyClosedMeanwhileWhereverItLies() throws Exception {
        var conversation = Tenancy.callAs(acme, this::begin);
        var said = Tenancy.callAs(acme, () -> say(conversation, "Sentence"));
        var blob = new BlobId(UUID.fromString("01a21b99-d338-71bd-b214-bd1bb5c11569"));
        Tenancy.runAs(
                acme, () -> world.blobs().put(blob, "A file".getBytes(StandardCharsets.UTF_8)));
        var file = fileOf(blob);
        var stored = Files.readAllBytes(file);
        var before = sealedTexts().get(said.value());

        Tenancy.callAs(acme, renewal::begin);
        eventually(() -> assertThat(waits(acme, "last")).isTrue());
        assertThat(Tenancy.callAs(acme, world.blobs()::isStale)).isFalse();
        Files.write(file, stored);
        assertThat(Tenancy.callAs(acme, world.blobs()::isStale)).isTrue();
        world.everything()
                .inTransaction(jdbc ->
                        jdbc.sql("update message set sealed_text = :before")
                                .param("before", before)
                                .update());
        sql("update organization_key set resealing = 'blob\tzz'");
        finish(acme);

        assertThat(texts(conversation)).containsEntry(said, "Sentence");
        assertThat(Tenancy.callAs(acme, () -> world.blobs().get(blob)))
                .contains("A file".getBytes(StandardCharsets.UTF_8));
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void destroysNoKeyBeforeEverybodyHeardOfTheNewer() {
        Tenancy.runAs(acme, () -> say(begin(), "Sentence"));
        Tenancy.callAs(acme, renewal::begin);
        eventually(() -> assertThat(waits(acme, "last")).isTrue());

        sql("update scheduled_tasks set execution_time = now() where task_name = 'ResealValues'");
        eventually(() -> assertThat(failures()).isPositive());
        assertThat(Tenancy.callAs(acme, renewal::find).orElseThrow().isUnderWay()).isTrue();

        // The same job, of an earlier renewal.
        KeyRenewals.passTimeOfJobs(world.everything());
        eventually(() -> assertThat(waits(acme, "last")).isFalse());
        assertThat(Tenancy.callAs(acme, renewal::find).orElseThrow().isUnderWay()).isTrue();
    }

    @Test
    void leavesOtherOrganizationsAlone() {
        var there = Tenancy.callAs(globex, this::begin);
        Tenancy.runAs(globex, () -> say(there, "Elsewhere"));
        var before = sealedTexts();
        Tenancy.runAs(acme, () -> say(begin(), "Here"));

        Tenancy.callAs(acme, renewal::begin);
        finish(acme);

        assertThat(sealedTexts()).containsAllEntriesOf(before);
        assertThat(Tenancy.callAs(globex, renewal::find).orElseThrow().version()).isEqualTo(1);
    }

    /** Bytes put into another row, column or organization are refused. */
    @Test
    void opensNothingElsewhereThanItWasClosed() {
        var conversation = Tenancy.callAs(acme, this::begin);
        var first = Tenancy.callAs(acme, () -> say(conversation, "First"));
        var second = Tenancy.callAs(acme, () -> say(conversation, "Second"));
        sql(
                "update message m set sealed_text = (select sealed_text from message where id = '%s') where id = '%s'"
                        .formatted(first.value(), second.value()));

        assertThatThrownBy(() -> texts(conversation)).isInstanceOf(IllegalStateException.class);

        var sealed = Tenancy.callAs(acme, () -> world.keys().encryptText("Mine", "lead.email:1"));
        assertThatThrownBy(() ->
                        Tenancy.callAs(acme, () -> world.keys().decrypt(sealed, "lead.name:1")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() ->
                        Tenancy.callAs(globex, () -> world.keys().decrypt(sealed, "lead.email:1")))
                .isInstanceOf(IllegalStateException.class);
    }

    /** Contacts left before there was an index are found after the next night. */
    @Test
    void makesTheIndexThatIsMissing() {
        var conversation = Tenancy.callAs(acme, this::begin);
        Tenancy.runAs(
                acme, () -> leads.add(conversation, Lead.Given.of(contact("ada@example.com"))));
        sql("update lead set email_index = null; update organization_key set is_indexed = false");
        assertThat(Tenancy.callAs(acme, () -> leads.withEmail("ada@example.com"))).isEmpty();

        Tenancy.callAs(acme, renewal::begin);
        finish(acme);

        assertThat(Tenancy.callAs(acme, () -> leads.withEmail("ada@example.com")))
                .containsExactly(conversation);
    }

    /** The last job waits until no node works with the older key; for the test that has passed. */
    private void finish(OrganizationId organization) {
        eventually(() -> assertThat(waits(organization, "last")).isTrue());
        KeyRenewals.passTime(world.everything());
        eventually(() ->
                assertThat(Tenancy.callAs(organization, renewal::find).orElseThrow().isUnderWay())
                        .isFalse());
    }

    private boolean waits(OrganizationId organization, String part) {
        return world.everything()
                .inTransaction(jdbc ->
                        jdbc.sql(
                                        "select exists(select from scheduled_tasks where task_instance like :id)")
                                .param("id", organization + "." + part + "%")
                                .query(Boolean.class)
                                .single());
    }

    private int failures() {
        return world.everything()
                .inTransaction(jdbc ->
                        jdbc.sql(
                                        "select coalesce(max(consecutive_failures), 0) from scheduled_tasks where task_name = 'ResealValues'")
                                .query(Integer.class)
                                .single());
    }

    private Path fileOf(BlobId id) throws IOException {
        try (var all = Files.walk(world.files())) {
            return all.filter(file -> file.endsWith(id.value().toString()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void sql(String statements) {
        world.everything()
                .inTransaction(jdbc -> {
                    for (var statement : statements.split(";")) {
                        jdbc.sql(statement).update();
                    }
                    return true;
                });
    }

    private Map<UUID, byte[]> sealedTexts() {
        return world.everything()
                .inTransaction(jdbc -> {
                    var found = new HashMap<UUID, byte[]>();
                    jdbc.sql("select id, sealed_text from message")
                            .query((row, number) ->
                                    found.put(row.getObject(1, UUID.class), row.getBytes(2)))
                            .list();
                    return found;
                });
    }

    private List<String> prefixes() {
        return sealedTexts().values().stream()
                .map(sealed -> Arrays.toString(Arrays.copyOf(sealed, 5)))
                .distinct()
                .toList();
    }

    private Map<Message.Id, String> texts(Conversation.Id conversation) {
        return Tenancy.callAs(
                acme,
                () -> {
                    var texts = new HashMap<Message.Id, String>();
                    log.list(conversation, 0, 10_000)
                            .forEach(one -> texts.put(one.id(), one.text()));
                    return texts;
                });
    }

    private List<String> actions() {
        return world
                .audit()
                .list(new AuditLog.Filter(null, null, null, null, null), Long.MAX_VALUE, 50)
                .stream()
                .map(entry -> entry.action())
                .toList();
    }

    private Message.Id say(Conversation.Id conversation, String text) {
        var message = log.visitorSays(conversation, text, UUID.randomUUID().toString());
        return world.transactions()
                .execute(status -> {
                    var place = conversations.reserve(conversation, 1).orElseThrow();
                    log.add(message.at(place));
                    return message.id();
                });
    }

    private Conversation.Id begin() {
        var bot = bots.add(BotSettings.named("Robin"));
        return conversations.open(new NewConversation(bot.id(), "en", null, null, null, null)).id();
    }

    private static Lead.Contact contact(String email) {
        return new Lead.Contact(null, email, "12345678", null);
    }
}
