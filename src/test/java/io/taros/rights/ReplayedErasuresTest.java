package io.taros.rights;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.golden.GoldenQuestions;
import io.taros.knowledge.NewSource;
import io.taros.knowledge.Sources;
import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.erasure.Erasure;
import io.taros.platform.erasure.ErasureJournal;
import io.taros.platform.erasure.ReplayErasures;
import io.taros.platform.rights.Sightings;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.platform.storage.DataDirectory;
import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** What was erased is written down by ids alone, and can be erased again where it is back. */
@TarosTest
class ReplayedErasuresTest {
    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");

    private final Tenants tenants;
    private final Canary canary;
    private final Bots bots;
    private final Sources sources;
    private final GoldenQuestions golden;
    private final ErasureJournal journal;
    private final ReplayErasures erasures;
    private final Sightings sightings;
    private final DataDirectory data;
    private final CrossOrganization everything;
    private final URI installation;
    private Tenant acme;

    ReplayedErasuresTest(
            Tenants tenants,
            Canary canary,
            Bots bots,
            Sources sources,
            GoldenQuestions golden,
            ErasureJournal journal,
            ReplayErasures erasures,
            Sightings sightings,
            DataDirectory data,
            CrossOrganization everything,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.canary = canary;
        this.bots = bots;
        this.sources = sources;
        this.golden = golden;
        this.journal = journal;
        this.erasures = erasures;
        this.sightings = sightings;
        this.data = data;
        this.everything = everything;
        this.installation = URI.create("http://localhost:" + port);
    }

    @BeforeEach
    void acmeIsThere() {
        acme = tenants.open("Acme");
    }

    @Test
    void areWrittenDownWithoutAWordOfWhatItWas() throws Exception {
        var planted = canary.plant(acme, installation, "quetzal");
        var bot = planted.bot();
        var question = inAcme(() -> golden.list(bot)).getFirst().id();
        var source = inAcme(() -> sources.list(bot)).getFirst().id();

        Tenancy.runAs(acme.organization(), () -> golden.remove(question));
        Tenancy.runAs(acme.organization(), () -> sources.remove(source));
        assertThat(planted.visitor().call("DELETE", "", "").statusCode()).isEqualTo(204);
        Tenancy.runAs(acme.organization(), () -> bots.remove(bot));

        assertThat(written())
                .extracting(Erasure::kind, Erasure::id)
                .containsExactly(
                        tuple("golden-question", question.value()),
                        tuple("source", source.value()),
                        tuple("thread", planted.conversation().value()),
                        tuple("bot", bot.value()));
        assertThat(Files.readString(data.file(ErasureJournal.FILE)))
                .doesNotContain("quetzal", "Acme", "Robin", acme.email());
    }

    @Test
    void takeAPersonOutOfEverythingThatNamesThem() {
        var planted = canary.plant(acme, installation, "quetzal");
        var other = tenants.open("Other");
        var stays = canary.plant(other, installation, "hoatzin");

        var gone = replay("person", planted.conversation().value());

        assertThat(gone).containsExactly(Map.entry("person", 1));
        var searched =
                inAcme(() ->
                        sightings.look(
                                List.of(planted.conversation().value()),
                                Set.of("quetzal", Canary.EMAIL)));
        assertThat(searched.found()).isEmpty();
        assertThat(inAcme(() -> golden.list(planted.bot()))).isEmpty();
        assertThat(inAcme(() -> sources.list(planted.bot()))).isEmpty();
        assertThat(Tenancy.callAs(other.organization(), () -> golden.list(stays.bot())))
                .isNotEmpty();
    }

    @Test
    void takeOutEachKindOnceAndWriteNothingDownTwice() {
        var planted = canary.plant(acme, installation, "quetzal");
        var robin = planted.bot();
        var second = inAcme(() -> bots.add(BotSettings.named("Wren"))).id();
        var source = inAcme(() -> sources.add(new NewSource.Text(second, "Boats", "A boat."))).id();
        eventually(() ->
                assertThat(inAcme(() -> sources.get(source)).status().name()).isEqualTo("READY"));
        var question = inAcme(() -> golden.list(robin)).getFirst().id();
        var before = journal.read().size();

        assertThat(replay("source", source.value())).containsExactly(Map.entry("source", 1));
        assertThat(replay("golden-question", question.value())).hasSize(1);
        assertThat(replay("bot", robin.value())).hasSize(1);
        assertThat(replay("bot", robin.value())).as("is gone").isEmpty();
        assertThat(replay("backup", UUID.randomUUID())).as("no erasure").isEmpty();

        assertThat(inAcme(() -> sources.find(source))).isEmpty();
        assertThat(inAcme(bots::list)).extracting(bot -> bot.id()).containsExactly(second);
        assertThat(journal.read()).hasSize(before);
    }

    /** A run's answer may name somebody who is found by that alone, and no name is written down. */
    @Test
    void takeOutWhatARunKeptOfThem() {
        var planted = canary.plant(acme, installation, "quetzal");
        var before = rows("golden_result");
        assertThat(before).isNotEmpty();
        assertThat(planted.visitor().call("DELETE", "", "").statusCode()).isEqualTo(204);
        var lines = written().stream().filter(line -> line.kind().equals("golden-answer")).toList();
        assertThat(lines).hasSize(before.size() - rows("golden_result").size()).isNotEmpty();

        bringBack("golden_result", before);
        lines.forEach(line -> assertThat(replay(line.kind(), line.id())).hasSize(1));

        assertThat(rows("golden_result")).hasSize(before.size() - lines.size());
    }

    /** Or its link would let somebody in who is not to come any more. */
    @Test
    void takeOutInvitationsThatWereTakenBack() {
        var owner = new Browser(installation.getPort());
        owner.signIn(acme.email(), Tenants.PASSWORD);
        owner.get("/settings/members");
        owner.post("/settings/members/invitations", "email", "eve@example.com", "role", "AGENT");
        var before = rows("invitation");
        assertThat(before).hasSize(1);
        var id = new JsonMapper().readTree(before.getFirst()).path("id").asString();

        assertThat(owner.post("/settings/members/invitations/" + id + "/revocation").status())
                .isEqualTo(303);

        assertThat(written())
                .extracting(Erasure::kind, line -> line.id().toString())
                .containsExactly(tuple("invitation", id));
        bringBack("invitation", before);
        assertThat(replay("invitation", UUID.fromString(id))).hasSize(1);
        assertThat(rows("invitation")).isEmpty();
    }

    /** A visitor's own wish is done in one transaction: it must not grow with what others left. */
    @Test
    void openNothingThatNeedNotBeOpenedForAConversation() {
        var planted = canary.plant(acme, installation, "quetzal");
        assertThat(count("idempotency_key where cardinality(mentions) > 0"))
                .as("the id of what it made")
                .isEqualTo(1);
        sql("update idempotency_key set sealed_body = '\\x00'");
        sql("update golden_question set sealed_content = '\\x00' where conversation_id is null");
        sql(
                """
                insert into idempotency_key (organization_id, caller, key, request_hash, started_at, status, sealed_body, mentions)
                select organization_id, caller, 'write-2', request_hash, started_at, status, sealed_body, array['%s'::uuid]
                from idempotency_key
                """
                        .formatted(planted.conversation().value()));

        assertThat(planted.visitor().call("DELETE", "", "").statusCode()).isEqualTo(204);

        assertThat(count("idempotency_key where key = 'write-2' and mentions = '{}'")).isEqualTo(1);
        assertThat(count("idempotency_key where cardinality(mentions) > 0")).isEqualTo(1);
        assertThat(count("golden_question")).as("not theirs, and not looked into").isEqualTo(1);
    }

    private List<String> rows(String table) {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select to_jsonb(t)::text from " + table + " t")
                        .query(String.class)
                        .list());
    }

    private void bringBack(String table, List<String> rows) {
        rows.forEach(row ->
                everything.inTransaction(jdbc ->
                        jdbc.sql(
                                        "insert into %s select * from jsonb_populate_record(null::%s, :row::jsonb) on conflict do nothing"
                                                .formatted(table, table))
                                .param("row", row)
                                .update()));
    }

    private long count(String table) {
        return everything.inTransaction(
                jdbc -> jdbc.sql("select count(*) from " + table).query(Long.class).single());
    }

    private void sql(String statement) {
        everything.inTransaction(jdbc -> jdbc.sql(statement).update());
    }

    /** Rather not opened than opened with something in it that should be gone. */
    @Test
    void areRefusedWhereNobodyKnowsHow() {
        assertThatThrownBy(() -> replay("hologram", UUID.randomUUID()))
                .hasMessageContaining("hologram")
                .hasMessageContaining("newer version");
    }

    private Map<String, Integer> replay(String kind, UUID id) {
        return erasures.replay(List.of(new Erasure(NOW, kind, acme.organization().value(), id)));
    }

    private List<Erasure> written() {
        return journal.read().stream()
                .filter(line -> acme.organization().value().equals(line.organization()))
                .toList();
    }

    private <T> T inAcme(ScopedValue.CallableOp<T, RuntimeException> work) {
        return Tenancy.callAs(acme.organization(), work);
    }
}
