package io.taros.answering;

import io.taros.answering.model.Models;
import io.taros.bot.Bot;
import io.taros.bot.Provider;
import io.taros.bot.PublicKey;
import io.taros.bot.WidgetLook;
import io.taros.platform.models.ModelSettings;
import io.taros.search.DocumentId;
import io.taros.search.Hit;
import io.taros.search.HitFeatures;
import io.taros.search.LocalEmbedder;
import io.taros.search.Passage;
import io.taros.search.PassageId;
import io.taros.search.Retrieval;
import io.taros.search.RetrievalQuery;
import io.taros.search.Retriever;
import io.taros.search.WordsAlone;
import io.taros.testing.RememberedCalls;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A shop with a few pages and manual answers, searched by plain word overlap. */
final class Shop implements Retriever, LocalEmbedder {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final List<Passage> passages = new ArrayList<>();
    private @Nullable WordsAlone wordsAlone;
    private final List<RetrievalQuery> asked = new ArrayList<>();
    private final RememberedCalls calls = new RememberedCalls();
    private Calibration calibration = Calibration.NONE;
    private Map<String, String> meanings = Map.of();

    RememberedCalls calls() {
        return calls;
    }

    Shop calibrated(Calibration known) {
        calibration = known;
        return this;
    }

    /** Searched by an embedding model that knows these words to mean the same. */
    Shop multilingual(Map<String, String> known) {
        meanings = known;
        return this;
    }

    /** Its embedding model makes no vector of a question. */
    Shop silent() {
        wordsAlone = new WordsAlone(WordsAlone.Cause.NOT_EMBEDDED, "timeout");
        return this;
    }

    private Set<String> meanings(String text, String language) {
        return Words.contentByStem(text, language).entrySet().stream()
                .map(word -> meanings.getOrDefault(word.getValue(), word.getKey()))
                .collect(Collectors.toSet());
    }

    Shop page(String title, String text) {
        return page(
                title, text, "en", "https://shop.example/" + title.toLowerCase().replace(' ', '-'));
    }

    Shop page(String title, String text, String language, String url) {
        passages.add(
                new Passage(
                        new PassageId(UUID.randomUUID()),
                        new DocumentId(UUID.randomUUID()),
                        UUID.randomUUID(),
                        Passage.Kind.TEXT,
                        language,
                        title,
                        "",
                        url,
                        0,
                        text,
                        null,
                        NOW.minus(Duration.ofDays(3))));
        return this;
    }

    Shop manual(String question, String answer) {
        passages.add(
                new Passage(
                        new PassageId(UUID.randomUUID()),
                        new DocumentId(UUID.randomUUID()),
                        UUID.randomUUID(),
                        Passage.Kind.QUESTION,
                        "en",
                        question,
                        "",
                        null,
                        0,
                        question,
                        answer,
                        NOW));
        return this;
    }

    static Shop sample() {
        return new Shop()
                .page(
                        "Returns",
                        """
                        You can return any item within 30 days of delivery. Items must be unused and in their \
                        original packaging. Refunds are paid within 5 working days to the card you paid with.
                        Return shipping costs 4.95 EUR and is not refunded.
                        """)
                .page(
                        "Delivery",
                        """
                        We deliver to Denmark, Sweden and Germany. Standard delivery takes 2 to 4 working days and \
                        costs 5.95 EUR. Orders above 75 EUR are delivered free of charge.
                        """)
                .page(
                        "Warranty",
                        """
                        All bicycles come with a warranty of 5 years on the frame. To make a claim:
                        - Take photos of the damage
                        - Find your receipt
                        - Write to support@shop.example
                        """)
                .manual(
                        "What are your opening hours?",
                        "We are open Monday to Friday from 9 to 17.\nOn Saturdays from 10 to 14.")
                .manual(
                        "How do I cancel my order?",
                        "Write to us within one hour and we cancel it.");
    }

    Bot bot(Provider provider) {
        return bot(provider, 0.5);
    }

    Bot bot(Provider provider, double threshold) {
        return new Bot(
                new Bot.Id(UUID.randomUUID()),
                "Robin",
                new PublicKey(
                        "pk_"
                                + Base64.getUrlEncoder()
                                        .withoutPadding()
                                        .encodeToString(new byte[28])),
                "Speak warmly, like a bicycle mechanic who has all the time in the world.",
                "en",
                threshold,
                provider,
                null,
                List.of(),
                null,
                WidgetLook.DEFAULT,
                NOW,
                NOW);
    }

    Answering answering() {
        var nowhere = URI.create("http://127.0.0.1:1/v1");
        return answering(
                new ModelSettings(
                        new ModelSettings.OpenAi(null, nowhere, "m"),
                        new ModelSettings.Anthropic(null, nowhere, "m"),
                        new ModelSettings.Mistral(null, nowhere, "m"),
                        new ModelSettings.Compatible(null, null, "m"),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1)));
    }

    Answering answering(ModelSettings settings) {
        return answering(new Models(settings, InstantSource.fixed(NOW), calls.egress()));
    }

    Answering answering(Models models) {
        return new Answering(this, this, models, bot -> calibration, InstantSource.fixed(NOW));
    }

    List<RetrievalQuery> asked() {
        return asked;
    }

    @Override
    public Retrieval retrieve(RetrievalQuery query) {
        asked.add(query);
        var language = query.language() == null ? "en" : query.language();
        var wanted = meanings(query.standalone(), language);
        var hits =
                passages.stream()
                        .map(passage -> hit(passage, wanted, language))
                        .filter(hit -> hit.score() > 0)
                        .sorted(Comparator.comparingDouble(Hit::score).reversed())
                        .limit(query.limit())
                        .toList();
        return new Retrieval(
                hits,
                wordsAlone,
                isMultilingual(),
                null,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO);
    }

    private Hit hit(Passage passage, Set<String> wanted, String language) {
        var said =
                meanings(
                        passage.title() + " " + passage.text() + " " + Material.words(passage),
                        language);
        var share =
                wanted.isEmpty()
                        ? 0
                        : (double) wanted.stream().filter(said::contains).count() / wanted.size();
        var match = passage.language().equals(language) ? 1 : 0;
        return new Hit(
                passage,
                share,
                new HitFeatures(share, share, share, share, 0, share, 0.2, 0.3, 1, match, 1));
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        return texts.stream().map(this::vector).toList();
    }

    /** Texts with the same words point the same way. */
    private float[] vector(String text) {
        var vector = new float[128];
        for (var stem : meanings(text, "en")) {
            vector[
                            Math.floorMod(
                                    java.util.Arrays.hashCode(
                                            stem.getBytes(StandardCharsets.UTF_8)),
                                    128)] +=
                    1;
        }
        return vector;
    }

    @Override
    public String model() {
        return "words";
    }

    @Override
    public double weightFor(String language) {
        return language.equals("en") || isMultilingual() ? 1 : 0;
    }

    @Override
    public boolean isMultilingual() {
        return !meanings.isEmpty();
    }
}
