package io.taros.rights;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.command.Command;
import io.taros.platform.command.Options;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * P-29: what is made anonymous cannot be joined to whom it was about: somebody with words that
 * stand nowhere else is looked for in every table, file and index.
 */
@TarosTest
class AnonymousDrillTest {
    private static final String WORD = "zanzibarfugl";
    private static final int OTHERS = 5;
    private static final LocalDate THEN = LocalDate.now(ZoneOffset.UTC).plusDays(92);

    private final Tenants tenants;
    private final Canary canary;
    private final Remains remains;
    private final CrossOrganization everything;
    private final List<Command> commands;
    private final Browser owner;
    private Tenant acme;
    private Canary.Planted planted;

    AnonymousDrillTest(
            Tenants tenants,
            Canary canary,
            Remains remains,
            CrossOrganization everything,
            List<Command> commands,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.canary = canary;
        this.remains = remains;
        this.everything = everything;
        this.commands = commands;
        owner = new Browser(port);
    }

    @BeforeEach
    void plant() {
        acme = tenants.open("Acme");
        planted = canary.plant(acme, owner.at("/"), WORD);
        owner.signIn(acme.email(), Tenants.PASSWORD);
        owner.get("/settings/retention");
        var chosen =
                owner.post(
                        "/settings/retention/conversations",
                        "days",
                        "90",
                        "ending",
                        "ANONYMISATION");
        assertThat(chosen.status()).isEqualTo(303);
        // Others wrote in the same month and language; whatever waited was done long ago.
        sql(
                """
                insert into conversation (organization_id, id, bot_id, token_hash, state, state_since, language, created_at, last_message_at)
                select organization_id, gen_random_uuid(), bot_id, token_hash, state, state_since, language, created_at, last_message_at
                from conversation, generate_series(1, %d)
                """
                        .formatted(OTHERS));
        sql("delete from scheduled_tasks where task_instance = '%s'".formatted(WORD));
    }

    @Test
    void leavesSumsAndNothingThatLeadsToAnybody() throws Exception {
        var ids = ids();

        var dry = run("--dry-run");
        assertThat(dry.at("/removed")).isNotEmpty();
        assertThat(conversations(dry).path("ending").asString()).isEqualTo("ANONYMISATION");
        assertThat(conversations(dry).at("/rows/conversation").asInt()).isEqualTo(OTHERS + 1);
        assertThat(remains.tables(ids)).as("nothing went yet").contains("conversation", "lead");
        var real = run();

        // What was left in them goes by its own rule, which comes first.
        var gone = (ObjectNode) conversations(real).path("rows").deepCopy();
        gone.setAll((ObjectNode) removed(real, "leads").path("rows"));
        assertThat(gone).isEqualTo(conversations(dry).path("rows"));
        assertThat(remains.tables(ids))
                .as("ids in the audit log name nobody")
                .isSubsetOf("audit_entry");
        assertThat(remains.tables(List.of(WORD)))
                .as("what members wrote for everybody is theirs")
                .isSubsetOf("source", "document", "question_answer", "passage");
        assertThat(remains.sealed(acme))
                .isSubsetOf(
                        "golden_question.sealed_content",
                        "golden_result.sealed_question",
                        "golden_result.sealed_grading",
                        "organization_key.sealed_keyset",
                        "organization_key.sealed_index");
        assertThat(sums()).hasSize(1);
        assertThat(sums().getFirst()).startsWith("en %d ".formatted(OTHERS + 1));

        forgetWhatMembersMade();
        assertThat(remains.tables(List.of(WORD))).isEmpty();
        eventually(() -> assertThat(remains.isInFiles(acme, List.of(WORD))).isFalse());
    }

    @Test
    void saysSoOnThePageAndInTheLog() throws Exception {
        run();

        assertThat(owner.get("/settings/retention").body())
                .contains("Made anonymous: sums stay", "value=\"ANONYMISATION\" checked");
        var sums = api().get(path() + "/insights/languages").json().path("data");
        assertThat(sums.at("/0/language").asString()).isEqualTo("en");
        assertThat(sums.at("/0/conversations").asInt()).isEqualTo(OTHERS + 1);
        assertThat(owner.get("/insights").body()).contains("Chats that were made anonymous");
        assertThat(owner.get("/settings/audit-log?area=retention").body())
                .contains("deletion → anonymisation");
        assertThat(
                        owner.post(
                                        "/settings/retention/conversations",
                                        "days",
                                        "90",
                                        "ending",
                                        "OBLIVION")
                                .body())
                .contains("Choose what becomes of it.");
    }

    private void forgetWhatMembersMade() {
        for (var source : api().get(path() + "/sources").json().path("data")) {
            delete("/sources/" + source.path("id").asString());
        }
        for (var question : api().get(path() + "/golden-questions").json().path("data")) {
            delete("/golden-questions/" + question.path("id").asString());
        }
    }

    private void delete(String path) {
        assertThat(api().call("DELETE", path, "").status()).as(path).isEqualTo(204);
    }

    private String path() {
        return "/bots/" + planted.bot().value();
    }

    private RestCaller api() {
        return new RestCaller(owner.at("").toString(), acme.apiKey());
    }

    /** Of the conversation and of everything in it. */
    private List<String> ids() {
        return everything.inTransaction(jdbc ->
                Stream.of("conversation", "message", "lead", "rating")
                        .flatMap(table ->
                                jdbc
                                        .sql("select id::text from " + table)
                                        .query(String.class)
                                        .list()
                                        .stream())
                        .toList());
    }

    private List<String> sums() {
        return everything.inTransaction(jdbc ->
                jdbc.sql(
                                """
                                select language || ' ' || conversations || ' ' || answered + unanswered + handed_over from language_month
                                """)
                        .query(String.class)
                        .list());
    }

    private static JsonNode conversations(JsonNode report) {
        return removed(report, "conversations");
    }

    private static JsonNode removed(JsonNode report, String rule) {
        for (var line : report.path("removed")) {
            if (line.path("rule").asString().equals(rule)) {
                return line;
            }
        }
        throw new AssertionError(report.toString());
    }

    private JsonNode run(String... more) throws Exception {
        var command =
                commands.stream()
                        .filter(known -> known.name().equals("retention"))
                        .findFirst()
                        .orElseThrow();
        var arguments =
                Stream.concat(Stream.of("--as-of", THEN.toString(), "--json"), Stream.of(more))
                        .toList();
        var printed = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(command.run(new Options(arguments))).isZero();
        } finally {
            System.setOut(before);
        }
        return new JsonMapper().readTree(printed.toString(StandardCharsets.UTF_8));
    }

    private void sql(String statement) {
        everything.inTransaction(jdbc -> jdbc.sql(statement).update());
    }
}
