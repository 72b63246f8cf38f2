package io.taros.rights;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.conversation.Conversation;
import io.taros.conversation.Message;
import io.taros.conversation.VisitorIdentities;
import io.taros.conversation.VisitorIdentity;
import io.taros.golden.Expectation;
import io.taros.golden.GoldenQuestions;
import io.taros.golden.GoldenRun;
import io.taros.golden.GoldenRuns;
import io.taros.golden.NewGoldenQuestion;
import io.taros.improve.Improving;
import io.taros.knowledge.Confirmation;
import io.taros.knowledge.Sources;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.RestCaller;
import io.taros.testing.Visitor;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts a person with words that stand nowhere else into every place of an organization. */
@Component
class Canary {
    static final String EMAIL = "quetzal@canary.example";

    private final Bots bots;
    private final VisitorIdentities identities;
    private final GoldenQuestions golden;
    private final GoldenRuns runs;
    private final Improving improving;
    private final Sources sources;
    private final CrossOrganization everything;

    Canary(
            Bots bots,
            VisitorIdentities identities,
            GoldenQuestions golden,
            GoldenRuns runs,
            Improving improving,
            Sources sources,
            CrossOrganization everything) {
        this.bots = bots;
        this.identities = identities;
        this.golden = golden;
        this.runs = runs;
        this.improving = improving;
        this.sources = sources;
        this.everything = everything;
    }

    /**
     * @param word stands in everything they said, left and are called, and nowhere else
     */
    record Planted(Visitor visitor, Conversation.Id conversation, Bot.Id bot, String word) {}

    Planted plant(Tenant tenant, URI installation, String word) {
        var bot = Tenancy.callAs(tenant.organization(), () -> bots.add(BotSettings.named("Robin")));
        var visitor = Visitor.start(installation, bot.publicKey().value());
        var conversation = new Conversation.Id(UUID.fromString(visitor.id()));
        Tenancy.runAs(
                tenant.organization(),
                () ->
                        identities.add(
                                conversation,
                                new VisitorIdentity(
                                        "user-" + word + "-of-the-shop", "Q. " + word, EMAIL)));
        var question = "Where is the order of %s <%s>?".formatted(word, EMAIL);
        var asked = visitor.say(question, word);
        visitor.replyTo(asked);
        send(visitor, "/rating", Map.of("score", 1, "comment", "Sad " + word), 204);
        send(
                visitor,
                "/lead",
                Map.of(
                        "name", "Q. " + word,
                        "email", EMAIL,
                        "phone", "+45 70 70 11 22",
                        "message", "Call " + word,
                        "consent", "I, " + word + ", agree."),
                201);
        var planted = new Planted(visitor, conversation, bot.id(), word);
        Tenancy.runAs(
                tenant.organization(),
                () -> learn(planted, new Message.Id(UUID.fromString(asked)), question));
        repeatable(tenant, installation, planted);
        waiting(tenant, planted);
        return planted;
    }

    /** A golden question that was asked, and an answer for everybody. */
    private void learn(Planted planted, Message.Id asked, String question) {
        var content =
                new NewGoldenQuestion(
                        question,
                        new Expectation(
                                Expectation.Kind.ANSWER,
                                List.of("order " + planted.word()),
                                List.of(),
                                null));
        golden.add(planted.bot(), content, planted.conversation());
        var source =
                improving.save(
                        asked,
                        new Improving.Better(
                                question,
                                List.of(),
                                "The order of %s is on its way.".formatted(EMAIL)),
                        Confirmation.byOperator());
        eventually(() -> assertThat(sources.get(source.id()).status().name()).isEqualTo("READY"));
        eventually(() -> runs.start(planted.bot()));
        eventually(() -> assertThat(runs.list(planted.bot())).allMatch(GoldenRun::isFinished));
    }

    /** An answer to a REST write that may be repeated. */
    private static void repeatable(Tenant tenant, URI installation, Planted planted) {
        var api = new RestCaller(installation.toString().replaceAll("/$", ""), tenant.apiKey());
        var body =
                new JsonMapper()
                        .writeValueAsString(
                                Map.of(
                                        "question",
                                        "Is %s (%s) known?".formatted(planted.word(), EMAIL)));
        var answer =
                api.send(
                        api.to("/bots/" + planted.bot().value() + "/golden-questions")
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", "write-1")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    /** Work that waits for the conversation. */
    private void waiting(Tenant tenant, Planted planted) {
        var data =
                "{\"organization\":\"%s\",\"conversation\":\"%s\",\"turn\":\"%s\",\"look\":0}"
                        .formatted(
                                tenant.organization(),
                                planted.conversation().value(),
                                UUID.randomUUID());
        everything.inTransaction(jdbc ->
                jdbc.sql(
                                """
                                insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
                                values ('TakeTurn', :instance, convert_to(:data, 'UTF8'), now() + interval '1 day', false, 1)
                                """)
                        .param("instance", planted.word())
                        .param("data", data)
                        .update());
    }

    private static void send(Visitor visitor, String path, Map<String, Object> body, int status) {
        var answer = visitor.call("POST", path, new JsonMapper().writeValueAsString(body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }
}
