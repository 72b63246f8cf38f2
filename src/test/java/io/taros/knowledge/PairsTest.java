package io.taros.knowledge;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.taros.bot.Bot;
import io.taros.bot.BotDrafts;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.knowledge.Pair.Changed;
import io.taros.knowledge.Pair.Order;
import io.taros.knowledge.Pair.Sought;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.NotFound;
import io.taros.search.BotScope;
import io.taros.search.Edition;
import io.taros.search.KnowledgeTags;
import io.taros.search.Passage;
import io.taros.search.RetrievalQuery;
import io.taros.search.Retriever;
import io.taros.testing.TarosTest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the real index: what is answered before and after a change. */
@TarosTest
class PairsTest {
    private static final Confirmation ADA = new Confirmation("account:ada");

    private final OrganizationId acme = new OrganizationId(UUID.randomUUID());
    private final Pairs pairs;
    private final Sources sources;
    private final Audiences audiences;
    private final Bots bots;
    private final BotDrafts drafts;
    private final Retriever retriever;
    private Bot.Id robin;

    PairsTest(
            Pairs pairs,
            Sources sources,
            Audiences audiences,
            Bots bots,
            BotDrafts drafts,
            Retriever retriever) {
        this.audiences = audiences;
        this.pairs = pairs;
        this.sources = sources;
        this.bots = bots;
        this.drafts = drafts;
        this.retriever = retriever;
    }

    @BeforeEach
    void open() {
        robin = Tenancy.callAs(acme, () -> bots.add(BotSettings.named("Robin"))).id();
    }

    @Test
    void areChangedInTheirPlaceAndFoundByTheirNewWordings() {
        var pair = taught("When do you open?", "At nine.");

        var saved =
                change(
                        pair,
                        "When do you open?",
                        List.of("Hvornår åbner I om morgenen?"),
                        "At ten.");

        assertThat(saved).isInstanceOf(Changed.Saved.class);
        ready(pair.id());
        assertThat(found("Hvornår åbner I om morgenen?"))
                .extracting(Passage::text, Passage::answer)
                .startsWith(tuple("Hvornår åbner I om morgenen?", "At ten."));
    }

    @Test
    void areNotOverwrittenByWhoSawAnEarlierOne() {
        var seen = taught("When do you open?", "At nine.");
        change(seen, "When do you open?", List.of(), "At ten.");

        var late = change(seen, "When do you open?", List.of(), "At eleven.");

        assertThat(late)
                .isInstanceOfSatisfying(
                        Changed.Clash.class,
                        clash -> assertThat(clash.now().words().answer()).isEqualTo("At ten."));
        assertThat(get(seen.id()).words().answer()).isEqualTo("At ten.");
        assertThat(change(seen, "When do you open?", List.of(), "At ten."))
                .as("two who write the same")
                .isInstanceOf(Changed.Saved.class);
    }

    @Test
    void areNotMadeTwins() {
        var nine = taught("When do you open?", "At nine.");
        var dog = taught("Who is the dog?", "Skipper.");

        assertThat(change(dog, "When do you open?", List.of(), "At nine."))
                .isEqualTo(new Changed.Known(get(nine.id())));
        assertThat(get(dog.id()).words().answer()).isEqualTo("Skipper.");
    }

    @Test
    void waitInTheDraftWhereChangesDo() {
        var published = taught("When do you open?", "At nine.");
        Tenancy.callAs(acme, () -> drafts.gate(robin));

        var saved = change(published, "When do you open?", List.of(), "At ten.");

        var drafted = ((Changed.Saved) saved).pair();
        assertThat(drafted.standing()).isEqualTo(Source.Standing.DRAFT);
        assertThat(get(published.id()).standing()).isEqualTo(Source.Standing.LEAVING);
        ready(drafted.id());
        assertThat(found("When do you open?"))
                .extracting(Passage::answer)
                .containsExactly("At nine.");
        var again = change(get(drafted.id()), "When do you open?", List.of(), "At eleven.");
        assertThat(((Changed.Saved) again).pair().id()).isEqualTo(drafted.id());
    }

    @Test
    void areForTheSameVisitorsAndBotsInTheDraft() {
        var published = taught("When do you open?", "At nine.");
        var wren = Tenancy.callAs(acme, () -> bots.add(BotSettings.named("Wren"))).id();
        var audience = new Source.Audience(KnowledgeTags.of(List.of("pro")), List.of(wren));
        Tenancy.runAs(acme, () -> audiences.change(published.id(), Audiences.Wish.of(audience)));
        Tenancy.callAs(acme, () -> drafts.gate(robin));

        var saved = change(get(published.id()), "When do you open?", List.of(), "At ten.");

        assertThat(((Changed.Saved) saved).pair().audience()).isEqualTo(audience);
    }

    @Test
    void comeBackFromLeavingWhenTheirDraftSaysTheSameAgain() {
        var published = taught("When do you open?", "At nine.");
        Tenancy.callAs(acme, () -> drafts.gate(robin));
        var saved = change(published, "When do you open?", List.of(), "At ten.");
        var drafted = ((Changed.Saved) saved).pair();

        var back = change(drafted, "When do you open?", List.of(), "At nine.");

        assertThat(back).isEqualTo(new Changed.Saved(get(published.id())));
        assertThat(get(published.id()).standing()).isEqualTo(Source.Standing.PUBLISHED);
        assertThatThrownBy(() -> get(drafted.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void leaveWithTheDraftOrAtOnce() {
        var first = taught("When do you open?", "At nine.");
        assertThat(remove(first.id())).isEmpty();
        assertThat(found("When do you open?")).isEmpty();
        var second = taught("Who is the dog?", "Skipper.");
        Tenancy.callAs(acme, () -> drafts.open(robin));

        assertThat(remove(second.id()))
                .hasValueSatisfying(
                        pair -> assertThat(pair.standing()).isEqualTo(Source.Standing.LEAVING));
        assertThat(found("Who is the dog?")).hasSize(1);
        assertThatThrownBy(() -> remove(first.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void areListedByWordsInTheOrderAskedFor() {
        var opening = added("when do you open?", List.of("Opening hours"), "At nine.");
        var dog = added("Who is the dog?", List.of(), "Skipper, 100 % wool_y.");
        var zoo = added("A zoo?", List.of(), "No.");

        assertThat(listed("", Order.NEWEST)).containsExactly(zoo, dog, opening);
        assertThat(listed("", Order.QUESTION)).containsExactly(zoo, opening, dog);
        assertThat(listed("OPENING", Order.NEWEST)).containsExactly(opening);
        assertThat(listed("% wool_", Order.NEWEST)).containsExactly(dog);
        assertThat(listed("%", Order.NEWEST)).containsExactly(dog);
        assertThat(listed("cat", Order.NEWEST)).isEmpty();
        var second = Tenancy.callAs(acme, () -> pairs.list(robin, Sought.ALL, 1, 1)).getFirst();
        assertThat(second.id()).isEqualTo(dog);
        assertThat(Tenancy.callAs(acme, () -> pairs.count(robin, "opening"))).isOne();
    }

    private List<Source.Id> listed(String words, Order order) {
        return Tenancy.callAs(acme, () -> pairs.list(robin, new Sought(words, order), 0, 10))
                .stream()
                .map(Pair::id)
                .toList();
    }

    private Changed change(Pair seen, String question, List<String> others, String answer) {
        var words = new NewSource.Qa(robin, question, others, answer);
        return Tenancy.callAs(acme, () -> pairs.change(seen.id(), seen.version(), words, ADA));
    }

    private Optional<Pair> remove(Source.Id id) {
        return Tenancy.callAs(acme, () -> pairs.remove(id));
    }

    private Pair get(Source.Id id) {
        return Tenancy.callAs(acme, () -> pairs.get(id));
    }

    private Source.Id added(String question, List<String> others, String answer) {
        var words = new NewSource.Qa(robin, question, others, answer);
        return Tenancy.callAs(acme, () -> sources.add(words, ADA)).id();
    }

    private Pair taught(String question, String answer) {
        var id = added(question, List.of(), answer);
        ready(id);
        return get(id);
    }

    private void ready(Source.Id id) {
        eventually(
                () -> Tenancy.callAs(acme, () -> sources.get(id)),
                source -> source.status() == Source.Status.READY);
    }

    private List<Passage> found(String question) {
        var query =
                new RetrievalQuery(
                        new BotScope(robin.value()),
                        question,
                        question,
                        null,
                        "en",
                        5,
                        Edition.PUBLISHED);
        return Tenancy.callAs(acme, () -> retriever.retrieve(query)).hits().stream()
                .map(hit -> hit.passage())
                .toList();
    }
}
