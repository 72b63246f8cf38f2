package io.taros.knowledge;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.platform.egress.EgressPolicies;
import io.taros.platform.egress.EgressPolicy;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.search.BotScope;
import io.taros.search.Retrieval;
import io.taros.search.RetrievalQuery;
import io.taros.search.Retriever;
import io.taros.search.WordsAlone.Cause;
import io.taros.testing.EmbeddingServer;
import io.taros.testing.TarosTest;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole product with a provider's embedding model. */
@TarosTest
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class RemoteEmbeddingTest {
    private static final EmbeddingServer SERVER = new EmbeddingServer();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REFUNDS = "We reimburse you within five days.";

    private final OrganizationId acme = new OrganizationId(UUID.randomUUID());
    private final Sources sources;
    private final Bots bots;
    private final Retriever retriever;
    private final Sentence sentence;
    private final EgressPolicies policies;
    private Bot.Id robin;

    RemoteEmbeddingTest(
            Sources sources,
            Bots bots,
            Retriever retriever,
            Sentence sentence,
            EgressPolicies policies) {
        this.policies = policies;
        this.sources = sources;
        this.bots = bots;
        this.retriever = retriever;
        this.sentence = sentence;
    }

    @DynamicPropertySource
    static void embedElsewhere(DynamicPropertyRegistry properties) {
        properties.add("taros.models.embedding.provider", () -> "openai");
        properties.add("taros.models.embedding.question-timeout", () -> "20s");
        properties.add("taros.models.openai.api-key", () -> EmbeddingServer.KEY);
        properties.add("taros.models.openai.base-url", SERVER::baseUrl);
        // The fake on this machine stands for a vendor in the world.
        properties.add("taros.egress.vendors.somewhere.hosts", () -> "127.0.0.1");
        properties.add("taros.egress.vendors.somewhere.country", () -> "US");
        properties.add("taros.egress.vendors.somewhere.area", () -> "outside");
        properties.add("taros.egress.vendors.somewhere.no-training", () -> "true");
    }

    @BeforeEach
    void open() {
        SERVER.isWell();
        allow(true);
        robin = Tenancy.callAs(acme, () -> bots.add(BotSettings.named("Robin"))).id();
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void findsByMeaningWhatSharesNoWord() {
        taught(REFUNDS);
        taught("Our office dog is called Bella.");

        // It may still be left alone after the test before.
        eventually(() -> assertThat(retrieval("Xyzzy?").wordsAlone()).isNull());

        var best = retrieval("Xyzzy?").hits().getFirst();
        assertThat(best.passage().text()).isEqualTo(REFUNDS);
        assertThat(best.features().vectorSimilarity()).isGreaterThan(0.8);
        assertThat(best.features().coverage()).isZero();
    }

    private void allow(boolean world) {
        Tenancy.runAs(acme, () -> policies.replace(new EgressPolicy(!world, true, null, true)));
    }

    /** Nothing of it leaves, and it is found all the same; embedded as soon as that is allowed. */
    @Test
    void findsByWordsWhatTheOrganizationLetsNobodyEmbed() {
        allow(false);
        var before = SERVER.received().size();

        taught(REFUNDS);
        var retrieval = retrieval("Who will reimburse me?");

        assertThat(SERVER.received()).hasSize(before);
        assertThat(retrieval.wordsAlone().cause()).isEqualTo(Cause.NOT_ALLOWED);
        assertThat(retrieval.sent()).isNull();
        assertThat(retrieval.hits().getFirst().passage().text()).isEqualTo(REFUNDS);

        allow(true);
        eventually(
                PATIENCE,
                () -> {
                    var hits = retrieval("Xyzzy?").hits();
                    assertThat(hits).isNotEmpty();
                    assertThat(hits.getFirst().features().vectorSimilarity()).isGreaterThan(0.8);
                });
    }

    @Test
    void keepsWhatIdentifiesPeopleFromWhoeverEmbeds() {
        taught("Anna Berg, anna.berg@mail.example, +45 20 30 40 50, reimburses you.");

        retrieval("Is 010190-1234 reimbursed, too?");

        assertThat(SERVER.received().stream().flatMap(each -> each.texts().stream()))
                .anyMatch(text -> text.contains("Anna Berg, e-mail address, phone number"))
                .anyMatch(text -> text.contains("Is national id reimbursed"))
                .noneMatch(text -> text.contains("anna.berg") || text.contains("010190"));
    }

    @Test
    void findsByWordsWhileTheProviderIsDown() {
        taught(REFUNDS);
        SERVER.refuses(503);

        var retrieval = retrieval("Who will reimburse me?");

        assertThat(retrieval.wordsAlone().cause()).isEqualTo(Cause.NOT_EMBEDDED);
        assertThat(retrieval.hits().getFirst().passage().text()).isEqualTo(REFUNDS);
        var features = retrieval.hits().getFirst().features();
        assertThat(features.vectorSimilarity()).isEqualTo(0.54 * features.coverage());
    }

    @Test
    void waitsWithWhatIsTaughtUntilTheProviderIsWell(CapturedOutput output) {
        SERVER.refuses(429, "Retry-After", "3600");
        var source = added(REFUNDS);

        eventually(
                PATIENCE,
                () ->
                        assertThat(problem(source))
                                .isEqualTo(
                                        "127.0.0.1, which embeds what is taught, is busy or its limit is used up"
                                                + " (HTTP 429). This is tried again by itself."));
        assertThat(now(source).status()).isEqualTo(Source.Status.READING);

        SERVER.isWell();
        eventually(PATIENCE, () -> assertThat(now(source).status()).isEqualTo(Source.Status.READY));
        assertThat(now(source).problem()).isNull();
        assertThat(output)
                .contains("127.0.0.1 made no vectors: HTTP 429")
                .doesNotContain(EmbeddingServer.KEY)
                .doesNotContain("reimburse")
                .doesNotContain("secret text repeated");
    }

    @Test
    void doesNotTryAgainWithARefusedKey() {
        SERVER.refuses(401);
        var before = SERVER.received().size();

        var source = added(REFUNDS);

        eventually(
                PATIENCE, () -> assertThat(now(source).status()).isEqualTo(Source.Status.FAILED));
        assertThat(problem(source))
                .isEqualTo(
                        "127.0.0.1 refuses the key for embeddings (HTTP 401). Whoever runs this"
                                + " installation has to set a valid one; then read this source again.");
        assertThat(SERVER.received()).hasSize(before + 1);
    }

    @Test
    void sendsWhatIsTaughtOnce() {
        taught(REFUNDS);
        var before = SERVER.received().size();
        Bot.Id kim = Tenancy.callAs(acme, () -> bots.add(BotSettings.named("Kim"))).id();

        var again = Tenancy.callAs(acme, () -> sources.add(text(kim, REFUNDS)));
        eventually(PATIENCE, () -> assertThat(now(again).status()).isEqualTo(Source.Status.READY));

        assertThat(SERVER.received()).hasSize(before);
    }

    private void taught(String text) {
        var source = added(text);
        eventually(PATIENCE, () -> assertThat(now(source).status()).isEqualTo(Source.Status.READY));
    }

    private Source added(String text) {
        return Tenancy.callAs(acme, () -> sources.add(text(robin, text)));
    }

    private static NewSource text(Bot.Id bot, String text) {
        return new NewSource.Text(bot, "Terms", text);
    }

    private Source now(Source source) {
        return Tenancy.callAs(acme, () -> sources.get(source.id()));
    }

    private String problem(Source source) {
        var problem = now(source).problem();
        return problem == null ? "" : sentence.of(problem, Locale.ENGLISH);
    }

    private Retrieval retrieval(String question) {
        var query = new RetrievalQuery(new BotScope(robin.value()), question, "en", 5);
        return Tenancy.callAs(acme, () -> retriever.retrieve(query));
    }
}
