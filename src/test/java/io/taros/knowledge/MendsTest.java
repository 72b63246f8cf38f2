package io.taros.knowledge;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.bot.Bot;
import io.taros.bot.BotDrafts;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import io.taros.search.BotScope;
import io.taros.search.DocumentId;
import io.taros.search.Edition;
import io.taros.search.Passage;
import io.taros.search.PassageId;
import io.taros.search.RetrievalQuery;
import io.taros.search.Retriever;
import io.taros.testing.TarosTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** With the real index: what is found and quoted, before and after. */
@TarosTest
class MendsTest {
    private static final String QUESTION = "How long does delivery of a parcel take?";
    private static final String NINE = "Delivery of a parcel takes nine working days.";
    private static final String TWO = "Delivery of a parcel takes two working days.";
    private static final Mend.Wish EXCLUDE = new Mend.Wish.Exclude();
    private static final Mend.Wish AS_READ = new Mend.Wish.LeaveAsRead();

    private final OrganizationId acme = new OrganizationId(UUID.randomUUID());
    private final Mends mends;
    private final WaitingMends waiting;
    private final Sources sources;
    private final PushedDocuments pushed;
    private final Bots bots;
    private final BotDrafts drafts;
    private final Retriever retriever;
    private final Shelf shelf;
    private final Successors successors;
    private final MendRows rows;
    private final PassageRows passages;
    private final Library library;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private Bot.Id robin;
    private Source.Id shop;
    private DocumentId delivery;

    MendsTest(
            Mends mends,
            WaitingMends waiting,
            Sources sources,
            PushedDocuments pushed,
            Bots bots,
            BotDrafts drafts,
            Retriever retriever,
            Shelf shelf,
            Successors successors,
            MendRows rows,
            PassageRows passages,
            Library library,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.mends = mends;
        this.waiting = waiting;
        this.sources = sources;
        this.pushed = pushed;
        this.bots = bots;
        this.drafts = drafts;
        this.retriever = retriever;
        this.shelf = shelf;
        this.successors = successors;
        this.rows = rows;
        this.passages = passages;
        this.library = library;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @BeforeEach
    void teach() throws InterruptedException {
        Tenancy.runAs(
                acme,
                () -> {
                    robin = bots.add(BotSettings.named("Robin")).id();
                    shop = sources.add(new NewSource.Api(robin, "Shop")).id();
                });
        delivery = push("delivery", NINE);
    }

    @Test
    void excludeFromTheMomentTheyAreMadeAndIncludeAgain() {
        var passage = only();

        make(passage.id(), EXCLUDE);

        assertThat(found(QUESTION, Edition.PUBLISHED)).isEmpty();
        indexed();
        assertThat(found(QUESTION, Edition.PUBLISHED)).isEmpty();
        assertThat(only().isExcluded()).isTrue();
        make(passage.id(), AS_READ);
        indexed();
        assertThat(found(QUESTION, Edition.PUBLISHED)).containsExactly(NINE);
        assertThat(only()).isEqualTo(passage);
    }

    @Test
    void areQuotedAtOnceAndFoundByTheirNewWords() {
        var passage = only();

        make(passage.id(), correct("The quokka brings it within a day."));

        assertThat(found(QUESTION, Edition.PUBLISHED))
                .containsExactly("The quokka brings it within a day.");
        indexed();
        assertThat(passages("Which quokka?", Edition.PUBLISHED))
                .extracting(Passage::id)
                .containsExactly(passage.id());
        assertThat(only().text()).isEqualTo(NINE);
        make(passage.id(), correct(" " + NINE));
        assertThat(only()).as("corrected into what was read").isEqualTo(passage);
    }

    @Test
    void holdForWhateverReadsTheSame() throws InterruptedException {
        var passage = only();
        make(passage.id(), correct(TWO));

        push("delivery", "# Weight\n\n" + "A parcel weighs a kilogram. ".repeat(40), NINE);

        assertThat(list())
                .filteredOn(each -> each.text().endsWith(NINE))
                .singleElement()
                .satisfies(same -> assertThat(same.id()).isEqualTo(passage.id()))
                .satisfies(same -> assertThat(same.taught()).isEqualTo(TWO));
        assertThat(found(QUESTION, Edition.PUBLISHED)).contains(TWO).doesNotContain(NINE);
    }

    @Test
    void areNeitherLostNorKeptWhereTheTextChanges() throws InterruptedException {
        make(only().id(), correct(TWO));

        push("delivery", "Delivery of a parcel takes twelve working days.");

        assertThat(found(QUESTION, Edition.PUBLISHED))
                .containsExactly("Delivery of a parcel takes twelve working days.");
        var lost = lost();
        assertThat(lost)
                .singleElement()
                .satisfies(mend -> assertThat(mend.readText()).isEqualTo(NINE))
                .satisfies(mend -> assertThat(mend.text()).isEqualTo(TWO));
        push("delivery", NINE);
        assertThat(lost()).as("it reads as it did").isEmpty();
        assertThat(only().taught()).isEqualTo(TWO);
        Tenancy.runAs(acme, () -> mends.forget(delivery, lost.getFirst().id()));
        assertThat(only().taught()).as("only what is lost is forgotten").isEqualTo(TWO);
        push("delivery", "Delivery takes a while.");
        Tenancy.runAs(acme, () -> mends.forget(delivery, lost.getFirst().id()));
        assertThat(lost()).isEmpty();
    }

    @Test
    void areAppliedToWhatThePassageBecame() throws InterruptedException {
        make(only().id(), correct(TWO));
        push("delivery", "Delivery of a parcel takes twelve working days.");
        var lost = lost();

        var found = Tenancy.callAs(acme, () -> successors.find(delivery, lost));

        assertThat(found).containsOnly(Map.entry(lost.getFirst().id(), only()));
        for (var text : List.of(TWO, NINE)) {
            Tenancy.runAs(
                    acme,
                    () -> mends.makeAgain(lost.getFirst().id(), only().id(), correct(text), null));
            assertThat(only().taught()).as("whether that is over already or not").isEqualTo(text);
            assertThat(lost()).isEmpty();
        }
        assertThat(Tenancy.callAs(acme, () -> successors.find(delivery, lost)))
                .as("something was decided about it")
                .isEmpty();
    }

    @Test
    void areLostWithoutWhatTheDraftTakesBack() throws InterruptedException {
        make(only().id(), EXCLUDE);
        Tenancy.callAs(acme, () -> drafts.gate(robin));
        make(only().id(), AS_READ);

        push("delivery", "Delivery takes a while.");

        assertThat(lost()).extracting(Mend::decision).containsExactly(Mend.Decision.EXCLUDED);
        ended(() -> waiting.publish(robin));
        assertThat(lost()).isEmpty();
    }

    @Test
    void areFoundInTheDraftWhileOthersAreMade() throws InterruptedException {
        push("delivery", "# Weight\n\n" + "A parcel weighs a kilogram. ".repeat(40), NINE);
        Tenancy.callAs(acme, () -> drafts.gate(robin));
        make(list().getLast().id(), correct(TWO));
        indexed();
        var drafted =
                passages(QUESTION, Edition.DRAFT).stream()
                        .filter(passage -> passage.text().endsWith(TWO))
                        .findFirst()
                        .orElseThrow();

        make(list().getFirst().id(), EXCLUDE);

        assertThat(passages(QUESTION, Edition.DRAFT))
                .extracting(Passage::id)
                .contains(drafted.id());
    }

    @Test
    void waitForWhoReadsTheDocument() {
        Tenancy.callAs(acme, () -> drafts.gate(robin));
        make(only().id(), correct(TWO));

        whileItIsRead(() -> ended(() -> waiting.publish(robin)));

        assertThat(only().taught()).isEqualTo(TWO);
        whileItIsRead(
                () -> library.clear(delivery, Document.Status.FAILED, Problem.of("crawl.rules")));
        assertThat(list()).isEmpty();
    }

    @Test
    void areNotTakenForIndexedByWhoReadWhatWasBefore() {
        Tenancy.runAs(acme, () -> shelf.fallBehind(List.of(delivery)));
        var behind = Tenancy.callAs(acme, () -> shelf.behind(null, 1)).getFirst();
        var before = Tenancy.callAs(acme, () -> shelf.passages(delivery));

        make(only().id(), correct(TWO));

        assertThat(
                        Tenancy.callAs(
                                acme,
                                () ->
                                        shelf.stamp(
                                                List.of(new Shelf.Indexed(behind, before, true)))))
                .containsExactly(delivery);
        indexed();
        assertThat(found(QUESTION, Edition.PUBLISHED)).containsExactly(TWO);
    }

    @Test
    void waitInTheDraftAndAreTriedThere() {
        var passage = only();
        Tenancy.callAs(acme, () -> drafts.gate(robin));

        make(passage.id(), correct(TWO));
        indexed();

        assertThat(found(QUESTION, Edition.PUBLISHED)).containsExactly(NINE);
        assertThat(found(QUESTION, Edition.DRAFT)).containsExactly(TWO);
        assertThat(waitingMends()).hasSize(1);
        var revision = Tenancy.callAs(acme, () -> drafts.find(robin)).orElseThrow().revision();
        make(passage.id(), EXCLUDE);
        indexed();
        assertThat(found(QUESTION, Edition.PUBLISHED)).containsExactly(NINE);
        assertThat(found(QUESTION, Edition.DRAFT)).isEmpty();
        assertThat(Tenancy.callAs(acme, () -> drafts.find(robin)).orElseThrow().revision())
                .as("what passed before says nothing any more")
                .isGreaterThan(revision);
        make(passage.id(), AS_READ);
        assertThat(waitingMends()).as("as it is published").isEmpty();
    }

    @Test
    void arePublishedWithTheDraft() {
        var passage = only();
        make(passage.id(), correct("Delivery of a parcel takes eight working days."));
        Tenancy.callAs(acme, () -> drafts.gate(robin));
        make(passage.id(), correct(TWO));

        ended(() -> waiting.publish(robin));

        for (var edition : Edition.values()) {
            assertThat(found(QUESTION, edition)).containsExactly(TWO);
        }
        assertThat(only().id()).isEqualTo(passage.id());
        make(passage.id(), AS_READ);
        indexed();
        assertThat(found(QUESTION, Edition.DRAFT)).containsExactly(NINE);
        assertThat(found(QUESTION, Edition.PUBLISHED)).containsExactly(TWO);
        ended(() -> waiting.publish(robin));
        assertThat(only()).isEqualTo(passage);
    }

    @Test
    void areDiscardedAsIfTheyHadNeverBeen() {
        var passage = only();
        Tenancy.callAs(acme, () -> drafts.open(robin));
        make(passage.id(), EXCLUDE);

        ended(() -> waiting.discard(robin));

        indexed();
        for (var edition : Edition.values()) {
            assertThat(found(QUESTION, edition)).containsExactly(NINE);
        }
        assertThat(only()).isEqualTo(passage);
    }

    @Test
    void areNotMadeOverWhatSomebodyElseDecided() {
        var passage = only();
        var seen = new Mend.Seen(null);
        make(passage.id(), correct(TWO), seen);

        assertThatThrownBy(() -> make(passage.id(), EXCLUDE, seen)).isInstanceOf(Conflict.class);

        assertThat(only().taught()).isEqualTo(TWO);
        make(passage.id(), EXCLUDE, new Mend.Seen(only().latest().id()));
        assertThat(only().isExcluded()).isTrue();
    }

    @Test
    void refuseWhatCannotBeMended() {
        var passage = only();
        for (var text : List.of(" \n", "a".repeat(Mends.MAX_TEXT + 1))) {
            assertThatThrownBy(() -> make(passage.id(), correct(text)))
                    .isInstanceOf(BadInput.class);
        }
        Tenancy.runAs(acme, () -> drafts.open(robin));
        var pair = Tenancy.callAs(acme, () -> sources.add(qa()));
        eventually(
                () -> Tenancy.callAs(acme, () -> sources.get(pair.id())).status(),
                status -> status == Source.Status.READY);
        var question = passages("When do you open?", Edition.DRAFT).getFirst();
        assertThat(question.kind()).isEqualTo(Passage.Kind.QUESTION);
        assertThatThrownBy(() -> make(question.id(), EXCLUDE)).isInstanceOf(Conflict.class);
    }

    @Test
    void areNobodyElses() {
        var passage = only();
        make(passage.id(), correct(TWO));
        var globex = new OrganizationId(UUID.randomUUID());

        Tenancy.runAs(
                globex,
                () -> {
                    assertThatThrownBy(() -> mends.make(passage.id(), EXCLUDE, null))
                            .isInstanceOf(NotFound.class);
                    assertThatThrownBy(() -> mends.get(passage.id())).isInstanceOf(NotFound.class);
                    assertThat(mends.list(delivery, -1, 10)).isEmpty();
                    assertThat(waiting.list(robin)).isEmpty();
                });

        assertThat(only().taught()).isEqualTo(TWO);
    }

    /** Who reads it holds it, and lays it out when the other has come. */
    private void whileItIsRead(Runnable other) {
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun =
                    Tenancy.callAs(
                            acme,
                            () ->
                                    transactions.execute(status -> {
                                        rows.lock(delivery);
                                        var coming =
                                                others.submit(() -> Tenancy.runAs(acme, other));
                                        eventually(
                                                () -> coming.isDone() || somebodyWaits(), is -> is);
                                        passages.lay(delivery);
                                        return coming;
                                    }));
            assertThat(begun).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists(select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private NewSource.Qa qa() {
        return new NewSource.Qa(robin, "When do you open?", List.of(), "At nine.");
    }

    private DocumentId push(String name, String... paragraphs) throws InterruptedException {
        var text = String.join("\n\n# Delivery\n\n", paragraphs);
        var document =
                new NewDocument(
                        name, "Delivery", null, NewDocument.Format.MARKDOWN, text, "en", null);
        var id =
                Tenancy.callAs(
                        acme,
                        () -> {
                            pushed.put(shop, document);
                            pushed.learn(shop);
                            return pushed.find(shop, name).orElseThrow().id();
                        });
        indexed();
        return id;
    }

    /** Both jobs that see to it may be at it. */
    private void indexed() {
        eventually(
                () ->
                        Tenancy.callAs(
                                acme,
                                () ->
                                        shelf.behind(null, 1).isEmpty()
                                                && shelf.withoutVectors(null, 1).isEmpty()),
                is -> is);
    }

    private ReadPassage only() {
        assertThat(list()).hasSize(1);
        return list().getFirst();
    }

    private List<ReadPassage> list() {
        return Tenancy.callAs(acme, () -> mends.list(delivery, -1, 10));
    }

    private List<Mend> lost() {
        return Tenancy.callAs(acme, () -> mends.lost(delivery));
    }

    private List<Mend> waitingMends() {
        return Tenancy.callAs(acme, () -> waiting.list(robin));
    }

    private static Mend.Wish correct(String text) {
        return new Mend.Wish.Correct(text);
    }

    private void make(PassageId passage, Mend.Wish wish) {
        make(passage, wish, null);
    }

    private void make(PassageId passage, Mend.Wish wish, Mend.@Nullable Seen seen) {
        Tenancy.runAs(acme, () -> mends.make(passage, wish, seen));
    }

    private void ended(Runnable work) {
        Tenancy.runAs(
                acme,
                () ->
                        transactions.executeWithoutResult(status -> {
                            work.run();
                            drafts.close(robin);
                        }));
    }

    private List<String> found(String question, Edition edition) {
        return passages(question, edition).stream().map(Passage::text).toList();
    }

    private List<Passage> passages(String question, Edition edition) {
        var query =
                new RetrievalQuery(
                        new BotScope(robin.value()), question, question, null, "en", 5, edition);
        return Tenancy.callAs(acme, () -> retriever.retrieve(query)).hits().stream()
                .map(hit -> hit.passage())
                .toList();
    }
}
