package io.taros.knowledge;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.taros.bot.Bot;
import io.taros.bot.BotDrafts;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.knowledge.AlikePairs.Alike;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import io.taros.search.Embedder;
import io.taros.testing.TarosTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** With the real embedder. */
@TarosTest
class AlikePairsTest {
    private static final Path FAQ = Path.of("..", "shared", "data", "faq_stackfaq");
    private static final Confirmation ADA = new Confirmation("account:ada");

    private final OrganizationId acme = new OrganizationId(UUID.randomUUID());
    private final AlikePairs alike;
    private final ComparingPairs comparing;
    private final Pairs pairs;
    private final Sources sources;
    private final Bots bots;
    private final BotDrafts drafts;
    private final Embedder embedder;
    private Bot.Id robin;
    private Pair nine;
    private Pair ten;

    AlikePairsTest(
            AlikePairs alike,
            ComparingPairs comparing,
            Pairs pairs,
            Sources sources,
            Bots bots,
            BotDrafts drafts,
            Embedder embedder) {
        this.alike = alike;
        this.comparing = comparing;
        this.pairs = pairs;
        this.sources = sources;
        this.bots = bots;
        this.drafts = drafts;
        this.embedder = embedder;
    }

    @BeforeEach
    void teach() {
        robin = Tenancy.callAs(acme, () -> bots.add(BotSettings.named("Robin"))).id();
        nine = taught("What are your opening hours on Saturday?", "We open at 9:00.");
        ten = taught("What are the opening hours on a Saturday?", "We open at 10:00.");
        taught("Do you repair looms?", "Not yet.");
        compare();
    }

    @Test
    void areFoundByWhatTheyAskAndToldByWhatTheyAnswer() {
        assertThat(found()).hasSize(1).first().satisfies(this::isNineAndTen);
        assertThat(Tenancy.callAs(acme, () -> alike.count(robin))).isOne();
    }

    @Test
    void areMergedIntoOneThatIsAskedBothWays() {
        Tenancy.runAs(acme, () -> alike.merge(ten.id(), nine.id(), ADA));

        assertThat(get(ten.id()).words().phrasings()).containsExactly(nine.words().question());
        assertThat(get(ten.id()).words().answer()).isEqualTo("We open at 10:00.");
        assertThatThrownBy(() -> get(nine.id())).isInstanceOf(NotFound.class);
        assertThat(found()).isEmpty();
    }

    @Test
    void bothStayWhereTheyCannotBeMerged() {
        var merged =
                new NewSource.Qa(
                        robin,
                        ten.words().question(),
                        List.of(nine.words().question()),
                        ten.words().answer());
        Tenancy.callAs(acme, () -> sources.add(merged, ADA));

        assertThatThrownBy(() -> Tenancy.runAs(acme, () -> alike.merge(ten.id(), nine.id(), ADA)))
                .isInstanceOf(Conflict.class);
        assertThat(get(nine.id()).words()).isEqualTo(nine.words());
        assertThat(get(ten.id()).words()).isEqualTo(ten.words());
    }

    @Test
    void areOneWhenTheOtherGoes() {
        Tenancy.runAs(acme, () -> alike.keep(nine.id(), ten.id()));

        assertThat(get(nine.id()).words()).isEqualTo(nine.words());
        assertThatThrownBy(() -> get(ten.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void areToldApartUntilOneSaysSomethingElse() {
        Tenancy.runAs(acme, () -> alike.tellApart(ten.id(), nine.id()));
        compare();
        assertThat(found()).isEmpty();
        assertThatThrownBy(() -> Tenancy.runAs(acme, () -> alike.keep(nine.id(), ten.id())))
                .isInstanceOf(Conflict.class);

        change(ten, "We open at 11:00.");
        ready(ten.id());
        compare();

        assertThat(found()).hasSize(1);
    }

    @Test
    void waitInTheDraftWhereChangesDo() {
        Tenancy.callAs(acme, () -> drafts.gate(robin));

        Tenancy.runAs(acme, () -> alike.merge(ten.id(), nine.id(), ADA));

        assertThat(get(nine.id()).standing()).isEqualTo(Source.Standing.LEAVING);
        assertThat(get(ten.id()).standing()).isEqualTo(Source.Standing.LEAVING);
        assertThat(Tenancy.callAs(acme, () -> pairs.list(robin, Pair.Sought.ALL, 0, 10)))
                .filteredOn(pair -> pair.standing() == Source.Standing.DRAFT)
                .singleElement()
                .satisfies(pair ->
                        assertThat(pair.words().phrasings())
                                .containsExactly(nine.words().question()));
        assertThat(found()).isEmpty();
    }

    @Test
    void areNobodyElses() {
        var globex = new OrganizationId(UUID.randomUUID());
        assertThatThrownBy(() -> Tenancy.runAs(globex, () -> alike.keep(nine.id(), ten.id())))
                .isInstanceOf(NotFound.class);
        assertThat(Tenancy.callAs(globex, () -> alike.list(robin, 10))).isEmpty();
    }

    /**
     * Figures of docs/teach.md: each of 125 questions beside five paraphrases of it and of all
     * others.
     */
    @Test
    void areParaphrasesMoreOftenThanTheyAreSomethingElse() throws IOException {
        assumeTrue(Files.exists(FAQ), "the questions are not beside this checkout");
        var asked = new ArrayList<Likeness.Asked>();
        var others = new HashMap<String, String>();
        var firsts = new HashMap<String, Likeness.Asked>();
        for (var line : Files.readAllLines(FAQ.resolve("faqs.jsonl"))) {
            var faq = JsonMapper.shared().readTree(line);
            var id = faq.path("id").asString();
            var answer = faq.path("answer").asString();
            others.put(id, faq.path("alt_answers").path(0).asString(answer));
            firsts.put(id, asked(faq.path("question").asString(), answer));
        }
        var of = new ArrayList<String>();
        for (var line : Files.readAllLines(FAQ.resolve("queries.jsonl"))) {
            var query = JsonMapper.shared().readTree(line);
            var id = query.path("gold_faq_ids").path(0).asString("");
            if (others.containsKey(id) && Collections.frequency(of, id) < 2) {
                of.add(id);
                asked.add(asked(query.path("query").asString(), others.get(id)));
            }
        }
        var right = 0;
        var wrong = 0;
        for (var i = 0; i < asked.size(); i++) {
            for (var first : firsts.entrySet()) {
                if (Likeness.of(first.getValue(), asked.get(i)).isPresent()) {
                    right += first.getKey().equals(of.get(i)) ? 1 : 0;
                    wrong += first.getKey().equals(of.get(i)) ? 0 : 1;
                }
            }
        }

        assertThat(right).as("of %d", asked.size()).isGreaterThan(asked.size() / 3);
        assertThat(wrong).isLessThan(right / 20);
    }

    private Likeness.Asked asked(String question, String answer) {
        var meaning = Meaning.of("", new Reading.Piece("", question, answer, "en"));
        var vector = Meaning.vectors(List.of(meaning), embedder).getFirst();
        return Likeness.Asked.of(new Source.Id(UUID.randomUUID()), "en", question, answer, vector);
    }

    private void isNineAndTen(Alike found) {
        assertThat(List.of(found.first().id(), found.second().id()))
                .containsExactly(nine.id(), ten.id());
        assertThat(found.likeness()).isEqualTo(Likeness.CONTRADICTION);
    }

    private List<Alike> found() {
        return Tenancy.callAs(acme, () -> alike.list(robin, 10));
    }

    private void compare() {
        Tenancy.runAs(acme, () -> comparing.handle(new ComparePairs(acme, robin)));
    }

    private void change(Pair pair, String answer) {
        var words = new NewSource.Qa(robin, pair.words().question(), List.of(), answer);
        Tenancy.callAs(acme, () -> pairs.change(pair.id(), pair.version(), words, ADA));
    }

    private Pair get(Source.Id id) {
        return Tenancy.callAs(acme, () -> pairs.get(id));
    }

    private Pair taught(String question, String answer) {
        var words = new NewSource.Qa(robin, question, List.of(), answer);
        var id = Tenancy.callAs(acme, () -> sources.add(words, ADA)).id();
        ready(id);
        return get(id);
    }

    private void ready(Source.Id id) {
        eventually(
                () -> Tenancy.callAs(acme, () -> sources.get(id)),
                source -> source.status() == Source.Status.READY);
    }
}
