package io.taros.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.taros.platform.TarosSettings;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.storage.DataDirectory;
import io.taros.search.fusion.Fusion;
import io.taros.search.lucene.IndexDirectories;
import io.taros.search.lucene.OpenIndexes;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrieverTest {
    private final OrganizationId acme = new OrganizationId(UUID.randomUUID());
    private final OrganizationId other = new OrganizationId(UUID.randomUUID());
    private Embedder embedder = new LetterEmbedder();
    private final Corpus corpus = new Corpus(embedder);
    private final List<Object> events = new ArrayList<>();
    private final Map<Path, DataDirectory> directories = new HashMap<>();
    private final Path data;
    private OpenIndexes indexes;

    RetrieverTest(@TempDir Path data) {
        this.data = data;
        this.indexes = open();
    }

    @Test
    void findsWhatWasAddedAtOnce() {
        var delivery = teach(corpus.text("en", "Delivery", "Parcels arrive within two days."));
        teach(corpus.text("en", "Returns", "Send goods back within a month."));

        var hits = ask(acme, "When do parcels arrive?");

        assertThat(hits.getFirst().passage().id()).isEqualTo(delivery.id());
        assertThat(hits.getFirst().features().coverage()).isPositive();
        assertThat(hits.getFirst().features().margin()).isPositive();
        assertThat(hits.getFirst().features().languageMatch()).isEqualTo(1);
    }

    @Test
    void findsAWordInsideADanishCompound() {
        var invoice = teach(corpus.text("da", "", "Fakturaadressen rettes under indstillinger."));
        teach(corpus.text("da", "", "Kodeordet nulstilles med et link i en mail."));

        assertThat(ask(acme, "Hvor retter jeg min faktura?").getFirst().passage().id())
                .isEqualTo(invoice.id());
    }

    @Test
    void findsAManualQuestionDespiteATypingError() {
        var hours = teach(corpus.question("en", "What are your opening hours?"));
        teach(corpus.question("en", "Do you ship to Norway?"));

        var hit = ask(acme, "openning hours").getFirst();

        assertThat(hit.passage().id()).isEqualTo(hours.id());
        assertThat(hit.features().vectorSimilarity()).isPositive();
    }

    @Test
    void findsWhatWasMeantByAMisspelledWord() {
        var invoice = teach(corpus.text("en", "", "Invoices are sent by mail."));
        teach(corpus.text("en", "", "Inventories are counted by night."));

        var found = ask(acme, "Where are my invocies?");

        assertThat(found.getFirst().passage().id()).isEqualTo(invoice.id());
        assertThat(found.getFirst().features().coverage()).isPositive();
    }

    @Test
    void findsBothPartsOfACompoundStandingApart() {
        var carriage = teach(corpus.text("da", "", "Vi betaler fragt ved retur af varer."));
        teach(corpus.text("da", "", "Vi betaler fragt ved køb af varer."));

        var found = ask(acme, "Hvor meget er returfragten?");

        assertThat(found.getFirst().passage().id()).isEqualTo(carriage.id());
        assertThat(found.getFirst().features().coverage()).isGreaterThan(0.2);
        assertThat(found.getLast().features().coverage()).isLessThan(0.2);
    }

    @Test
    void findsTheCompoundOfTwoWordsOfTheQuestion() {
        var bag = teach(corpus.text("da", "", "Vores bærbartasker er vandtætte."));
        teach(corpus.text("da", "", "Vores kufferter er vandtætte."));

        var found = ask(acme, "Hvor er en taske til bærbar?");

        assertThat(found.getFirst().passage().id()).isEqualTo(bag.id());
        assertThat(found.getFirst().features().coverage()).isGreaterThan(0.5);
    }

    @Test
    void putsThisYearsPricesBeforeLastYears() {
        var lastYear = price("Delivery within Denmark costs 49 kr.", "2025-01-02T08:00:00Z");
        var thisYear = price("Delivery within Denmark costs 59 kr.", "2026-01-02T08:00:00Z");

        assertThat(ask(acme, "What does delivery within Denmark cost?"))
                .extracting(hit -> hit.passage().id())
                .containsExactly(thisYear.id(), lastYear.id());
        assertThat(ask(acme, "Is it 49 for delivery within Denmark?").getFirst().passage().id())
                .isEqualTo(lastYear.id());
    }

    @Test
    void findsTheModelThatIsAskedForThoughAnotherIsNewer() {
        var asked = price("The KX200 lamp shines for 8 hours.", "2025-01-02T08:00:00Z");
        price("The KX300 lamp shines for 8 hours.", "2026-01-02T08:00:00Z");

        assertThat(ask(acme, "How long does the KX200 shine?").getFirst().passage().id())
                .isEqualTo(asked.id());
    }

    private IndexedPassage price(String text, String changed) {
        corpus.date(Instant.parse(changed));
        return teach(corpus.text("en", "", text));
    }

    @Test
    void dropsWhatPostgresNoLongerHas() {
        var gone = teach(corpus.text("en", "", "Parcels arrive within two days."));
        var kept = teach(corpus.text("en", "", "Parcels can be tracked."));
        corpus.forget(gone);

        assertThat(ask(acme, "When do parcels arrive?"))
                .extracting(hit -> hit.passage().id())
                .containsExactly(kept.id());
    }

    @Test
    void readsOnWhenTheBestAreGone() {
        for (var i = 0; i < 20; i++) {
            corpus.forget(teach(corpus.text("en", "", "Parcels arrive within two days.")));
        }
        var kept = teach(corpus.text("en", "", "A parcel may be late."));

        assertThat(ask(acme, "When do parcels arrive?"))
                .extracting(hit -> hit.passage().id())
                .containsExactly(kept.id());
    }

    /** More drafts than the lists of candidates are long, each of them a better match. */
    @Test
    void letsNoDraftCrowdOutWhatIsPublished() {
        var published = teach(corpus.text("en", "", "A parcel may be late."));
        var drafts = new HashSet<PassageId>();
        for (var i = 0; i < 100; i++) {
            var draft =
                    corpus.text("en", "", "When do parcels arrive? Within %d days.".formatted(i));
            drafts.add(corpus.draft(teach(draft)).id());
        }

        assertThat(ask(acme, "When do parcels arrive?"))
                .extracting(hit -> hit.passage().id())
                .containsExactly(published.id());
        assertThat(ask(acme, "When do parcels arrive?", Edition.DRAFT))
                .hasSize(5)
                .allSatisfy(hit -> assertThat(drafts).contains(hit.passage().id()));
    }

    @Test
    void keepsOrganizationsInDirectoriesOfTheirOwn() {
        teach(corpus.text("en", "", "Parcels arrive within two days."));

        assertThat(ask(other, "When do parcels arrive?")).isEmpty();
        assertThat(data.resolve("index").resolve(acme.toString())).isNotEmptyDirectory();
    }

    @Test
    void keepsBotsOfOneOrganizationApart() {
        teach(corpus.text("en", "", "Parcels arrive within two days."));
        var neighbour = new Corpus(embedder);

        var hits =
                Tenancy.callAs(
                                acme,
                                () ->
                                        retriever(corpus)
                                                .retrieve(
                                                        new RetrievalQuery(
                                                                neighbour.bot(),
                                                                "parcels",
                                                                "en",
                                                                5)))
                        .hits();

        assertThat(hits).isEmpty();
    }

    @Test
    void forgetsRemovedDocuments() {
        var delivery = teach(corpus.text("en", "", "Parcels arrive within two days."));

        index().remove(acme, List.of(delivery.document()));

        assertThat(ask(acme, "parcels")).isEmpty();
        assertThat(index().documents(acme)).isEmpty();
    }

    @Test
    void replacesADocumentAsAWhole() {
        var old = teach(corpus.text("en", "", "Parcels arrive within two days."));

        index().replace(acme, Map.of(old.document(), List.of()));

        assertThat(ask(acme, "parcels")).isEmpty();
    }

    @Test
    void keepsWhatWasAcknowledgedThroughACrash() throws Exception {
        var delivery = teach(corpus.text("en", "", "Parcels arrive within two days."));
        index().rebuild(acme, corpus.all().stream());
        var crashed = data.resolveSibling(data.getFileName() + "-after-crash");
        copy(data.resolve("index"), crashed.resolve("index"));

        var afterwards = open(crashed);

        assertThat(new PassageIndex(afterwards).documents(acme))
                .containsExactly(delivery.document());
        assertThat(new PassageIndex(afterwards).health(acme)).isEqualTo(IndexHealth.COMPLETE);
    }

    @Test
    void isIncompleteUntilRebuiltAndSaysSoOnce() {
        teach(corpus.text("en", "", "Parcels arrive within two days."));
        ask(acme, "parcels");

        assertThat(index().health(acme)).isEqualTo(IndexHealth.INCOMPLETE);
        assertThat(events).containsExactly(new IndexIncomplete(acme));
        index().rebuild(acme, corpus.all().stream());
        assertThat(index().health(acme)).isEqualTo(IndexHealth.COMPLETE);
        assertThat(ask(acme, "parcels")).hasSize(1);
    }

    @Test
    void isSearchedByWordsUntilItHasTheVectorsOfAnotherModel() {
        var delivery = teach(corpus.text("en", "", "Parcels arrive within two days."));
        var returns = teach(corpus.text("en", "", "Send goods back within a month."));
        index().rebuild(acme, corpus.all().stream());

        changeModel();

        assertThat(index().health(acme)).isEqualTo(IndexHealth.OUTDATED);
        var found = ask(acme, "When do parcels arrive?");
        assertThat(found).extracting(hit -> hit.passage().id()).containsExactly(delivery.id());
        var features = found.getFirst().features();
        assertThat(features.vectorSimilarity()).isCloseTo(0.54 * features.coverage(), within(1e-6));

        var hours = teach(embedded(corpus.text("en", "", "We open at nine.")));
        index().remove(acme, List.of(returns.document()));
        corpus.forget(returns);
        reopen();

        assertThat(index().health(acme)).isEqualTo(IndexHealth.OUTDATED);
        assertThat(index().documents(acme))
                .containsExactlyInAnyOrder(delivery.document(), hours.document());
        assertThat(ask(acme, "When do you open?").getFirst().passage().id()).isEqualTo(hours.id());

        index().rebuild(acme, corpus.all().stream().map(this::embedded));

        assertThat(index().health(acme)).isEqualTo(IndexHealth.COMPLETE);
        assertThat(ask(acme, "When do parcels arrive?").getFirst().features().vectorSimilarity())
                .isPositive();
        reopen();
        assertThat(index().health(acme)).isEqualTo(IndexHealth.COMPLETE);
    }

    @Test
    void beginsAnewWhenFilesAreDamaged() throws Exception {
        teach(corpus.text("en", "", "Parcels arrive within two days."));
        index().rebuild(acme, corpus.all().stream());
        indexes.close();
        try (var files = Files.list(data.resolve("index").resolve(acme.toString()))) {
            for (var file : files.filter(each -> !each.endsWith("write.lock")).toList()) {
                Files.writeString(file, "damaged");
            }
        }

        indexes = open();

        assertThat(ask(acme, "parcels")).isEmpty();
        assertThat(events).contains(new IndexIncomplete(acme));
        index().rebuild(acme, corpus.all().stream());
        assertThat(ask(acme, "parcels")).hasSize(1);
    }

    @Test
    void keepsTheOldContentWhenRebuildingFails() {
        teach(corpus.text("en", "", "Parcels arrive within two days."));
        Stream<IndexedPassage> failing =
                Stream.of(1)
                        .map(any -> {
                            throw new IllegalStateException("database gone");
                        });

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> index().rebuild(acme, failing))
                .hasMessage("database gone");

        assertThat(ask(acme, "parcels")).hasSize(1);
    }

    @Test
    void answersABlankQuestionWithNothing() {
        teach(corpus.text("en", "", "Parcels arrive within two days."));

        assertThat(ask(acme, "  ")).isEmpty();
        assertThat(ask(acme, "?!")).hasSizeLessThanOrEqualTo(1);
    }

    private void changeModel() {
        embedder = new OtherEmbedder(embedder);
        reopen();
    }

    private void reopen() {
        indexes.close();
        indexes = open();
    }

    private IndexedPassage embedded(IndexedPassage passage) {
        return new IndexedPassage(
                passage.id(),
                passage.document(),
                passage.source(),
                passage.bot(),
                passage.language(),
                passage.kind(),
                passage.title(),
                passage.headingPath(),
                passage.text(),
                embedder.embed(List.of(passage.text())).getFirst(),
                passage.url(),
                passage.changed());
    }

    /** Of one dimension more. */
    private record OtherEmbedder(Embedder before) implements Embedder {
        @Override
        public List<float[]> embed(List<String> texts) {
            return before.embed(texts).stream()
                    .map(vector -> Arrays.copyOf(vector, vector.length + 1))
                    .toList();
        }

        @Override
        public String model() {
            return "other";
        }

        @Override
        public double weightFor(String language) {
            return before.weightFor(language);
        }

        @Override
        public boolean isMultilingual() {
            return false;
        }
    }

    private IndexedPassage teach(IndexedPassage passage) {
        index().replace(acme, Map.of(passage.document(), List.of(passage)));
        return passage;
    }

    private List<Hit> ask(OrganizationId organization, String question) {
        return ask(organization, question, Edition.PUBLISHED);
    }

    private List<Hit> ask(OrganizationId organization, String question, Edition edition) {
        var language = language(question);
        var query =
                new RetrievalQuery(corpus.bot(), question, question, null, language, 5, edition);
        return Tenancy.callAs(organization, () -> retriever(corpus).retrieve(query)).hits();
    }

    private static String language(String question) {
        return question.startsWith("Hvor") ? "da" : "en";
    }

    private LuceneRetriever retriever(Passages passages) {
        return new LuceneRetriever(
                indexes, embedder, new Languages(), new Fusion(embedder), passages);
    }

    private PassageIndex index() {
        return new PassageIndex(indexes);
    }

    private OpenIndexes open() {
        return open(data);
    }

    private OpenIndexes open(Path directory) {
        var locked =
                directories.computeIfAbsent(
                        directory,
                        path ->
                                new DataDirectory(
                                        new TarosSettings(path, URI.create("http://localhost"))));
        return new OpenIndexes(new IndexDirectories(locked), embedder, events::add);
    }

    private static void copy(Path from, Path to) throws Exception {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
