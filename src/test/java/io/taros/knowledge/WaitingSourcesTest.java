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
import io.taros.platform.web.NotFound;
import io.taros.search.BotScope;
import io.taros.search.Edition;
import io.taros.search.PassageIndex;
import io.taros.search.RetrievalQuery;
import io.taros.search.Retriever;
import io.taros.testing.TarosTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** With the real index: who finds what, before and after. */
@TarosTest
class WaitingSourcesTest {
    private static final String QUESTION = "How long does delivery take?";

    private final OrganizationId acme = new OrganizationId(UUID.randomUUID());
    private final Sources sources;
    private final WaitingSources waiting;
    private final Bots bots;
    private final BotDrafts drafts;
    private final Retriever retriever;
    private final PassageIndex index;
    private final Healing healing;
    private final TransactionTemplate transactions;
    private Bot.Id robin;

    WaitingSourcesTest(
            Sources sources,
            WaitingSources waiting,
            Bots bots,
            BotDrafts drafts,
            Retriever retriever,
            PassageIndex index,
            Healing healing,
            TransactionTemplate transactions) {
        this.sources = sources;
        this.waiting = waiting;
        this.bots = bots;
        this.drafts = drafts;
        this.retriever = retriever;
        this.index = index;
        this.healing = healing;
        this.transactions = transactions;
    }

    @BeforeEach
    void open() {
        robin = Tenancy.callAs(acme, () -> bots.add(BotSettings.named("Robin"))).id();
    }

    /** Whatever of an edition fits, it is not pushed out by seventy that fit better. */
    @Test
    void crowdOutNothing() {
        var published = taught("Delivery", "A delivery may be late.");
        openDraft();
        var drafted = new ArrayList<UUID>();
        for (var day = 0; day < 70; day++) {
            var text = "How long does delivery take? It takes %d days to zone %d.";
            drafted.add(taught("Zone " + day, text.formatted(day + 2, day)).value());
        }

        assertThat(found(Edition.PUBLISHED)).containsExactly(published.value());
        assertThat(found(Edition.DRAFT)).hasSize(5).isSubsetOf(drafted);
    }

    @Test
    void arePublishedWithoutTouchingTheIndex() {
        var old = taught("Delivery", "Delivery takes nine days.");
        openDraft();
        leave(old);
        var replacement = taught("Delivery, faster", "Delivery takes two days.");
        assertThat(found(Edition.PUBLISHED)).containsExactly(old.value());
        assertThat(found(Edition.DRAFT)).containsExactly(replacement.value());

        ended(() -> waiting.publish(robin));

        assertThat(found(Edition.PUBLISHED)).containsExactly(replacement.value());
        assertThat(found(Edition.DRAFT)).containsExactly(replacement.value());
    }

    @Test
    void areDiscardedAsIfTheyHadNeverBeen() {
        var old = taught("Delivery", "Delivery takes nine days.");
        openDraft();
        leave(old);
        taught("Delivery, faster", "Delivery takes two days.");

        ended(() -> waiting.discard(robin));

        for (var edition : Edition.values()) {
            assertThat(found(edition)).containsExactly(old.value());
        }
        assertThat(listed()).containsExactly(old);
    }

    @Test
    void waitOnAfterTheIndexWasBuiltAnew() {
        var published = taught("Delivery", "Delivery takes nine days.");
        openDraft();
        var drafted = taught("Delivery, faster", "Delivery takes two days.");
        leave(published);
        index.delete(acme);

        Tenancy.runAs(acme, () -> healing.handle(new HealIndex(acme)));

        assertThat(found(Edition.PUBLISHED)).containsExactly(published.value());
        assertThat(found(Edition.DRAFT)).containsExactly(drafted.value());
    }

    @Test
    void nameWhatIsInTheDraftExactly() {
        var published = taught("Delivery", "Delivery takes nine days.");
        var before = content();
        openDraft();
        assertThat(content()).isEqualTo(before);
        leave(published);
        var left = content();
        taught("Delivery, faster", "Delivery takes two days.");
        assertThat(content()).isNotEqualTo(left);
        assertThat(left).isNotEqualTo(before);
    }

    @Test
    void areNobodyElses() {
        var source = taught("Delivery", "Delivery takes nine days.");
        var globex = new OrganizationId(UUID.randomUUID());

        Tenancy.runAs(
                globex,
                () -> {
                    assertThatThrownBy(() -> waiting.leave(source)).isInstanceOf(NotFound.class);
                    assertThatThrownBy(() -> waiting.keep(source)).isInstanceOf(NotFound.class);
                    assertThatThrownBy(() -> drafts.open(robin)).isInstanceOf(NotFound.class);
                    transactions.executeWithoutResult(status -> waiting.publish(robin));
                });

        assertThat(Tenancy.callAs(acme, () -> sources.get(source)).standing())
                .isEqualTo(Source.Standing.PUBLISHED);
    }

    private void openDraft() {
        Tenancy.runAs(acme, () -> drafts.open(robin));
    }

    private void leave(Source.Id source) {
        Tenancy.runAs(acme, () -> waiting.leave(source));
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

    private String content() {
        return Tenancy.callAs(acme, () -> waiting.contentInDraft(robin));
    }

    private List<Source.Id> listed() {
        return Tenancy.callAs(acme, () -> sources.list(robin)).stream().map(Source::id).toList();
    }

    private Source.Id taught(String title, String text) {
        var added = new NewSource.Text(robin, title, text);
        var source = Tenancy.callAs(acme, () -> sources.add(added)).id();
        eventually(
                () -> Tenancy.callAs(acme, () -> sources.get(source)).status(),
                status -> status == Source.Status.READY);
        return source;
    }

    private List<UUID> found(Edition edition) {
        var query =
                new RetrievalQuery(
                        new BotScope(robin.value()), QUESTION, QUESTION, null, "en", 5, edition);
        return Tenancy.callAs(acme, () -> retriever.retrieve(query)).hits().stream()
                .map(hit -> hit.passage().source())
                .toList();
    }
}
