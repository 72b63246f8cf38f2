package io.taros.knowledge.web;

import io.taros.bot.BotDrafts;
import io.taros.conversation.PassageCitations;
import io.taros.knowledge.Document;
import io.taros.knowledge.Documents;
import io.taros.knowledge.Mends;
import io.taros.knowledge.ReadPassage;
import io.taros.knowledge.Sentence;
import io.taros.knowledge.Source;
import io.taros.knowledge.Sources;
import io.taros.knowledge.Successors;
import io.taros.knowledge.extract.Beginning;
import io.taros.knowledge.web.DocumentPage.Kept;
import io.taros.knowledge.web.DocumentPage.Lost;
import io.taros.knowledge.web.DocumentPage.Origin;
import io.taros.knowledge.web.DocumentPage.Passages;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.web.NotFound;
import io.taros.search.DocumentId;
import io.taros.search.PassageId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts documents on pages. */
@Component
class DocumentPages {
    /** Conversations that are named of each passage. */
    private static final int USES = 5;

    /** Decisions that do not apply any more, which are shown at once. */
    private static final int LOST = 20;

    private final Documents documents;
    private final Sources sources;
    private final Mends mends;
    private final Successors successors;
    private final PassageCitations citations;
    private final BotDrafts drafts;
    private final Sentence sentence;

    DocumentPages(
            Documents documents,
            Sources sources,
            Mends mends,
            Successors successors,
            PassageCitations citations,
            BotDrafts drafts,
            Sentence sentence) {
        this.documents = documents;
        this.sources = sources;
        this.mends = mends;
        this.successors = successors;
        this.citations = citations;
        this.drafts = drafts;
        this.sentence = sentence;
    }

    /** Who reads it, and in which language. */
    record Reader(Caller caller, Locale locale) {}

    /**
     * What of it is shown.
     *
     * @param from the first position
     * @param touch what is typed into one of the cards
     * @param unsaved typed into one that is gone
     */
    record Shown(int from, UnaryOperator<PassageCard> touch, @Nullable String unsaved) {
        static Shown from(@Nullable Integer position) {
            var first = position == null ? 0 : Math.max(0, position);
            return new Shown(DocumentPage.from(first), UnaryOperator.identity(), null);
        }

        Shown touching(UnaryOperator<PassageCard> change) {
            return new Shown(from, change, unsaved);
        }

        Shown leaving(String typed) {
            return new Shown(from, touch, typed);
        }
    }

    DocumentPage page(DocumentId id, Shown shown, Reader reader) {
        var document = documents.find(id).orElseThrow(NotFound::new);
        var source = sources.get(document.source());
        var problem = document.problem();
        return new DocumentPage(
                id.value(),
                origin(source, document),
                document.title().isBlank() ? source.shownTitle() : document.title(),
                document.language(),
                document.fetchedAt(),
                problem == null ? null : sentence.of(problem, reader.locale()),
                documents.text(id).map(Beginning::of).orElse(null),
                null,
                passages(id, shown, reader.caller()),
                lost(id),
                shown.unsaved());
    }

    private Origin origin(Source source, Document document) {
        return new Origin(
                source.id().value(),
                source.shownTitle(),
                document.url(),
                source.kind() == Source.Kind.FILE ? Kept.FILE : Kept.NOTHING,
                drafts.isWaiting(source.bot()) ? Waiting.IN_DRAFT : Waiting.NO);
    }

    private Passages passages(DocumentId id, Shown shown, Caller caller) {
        var found = mends.list(id, shown.from() - 1, DocumentPage.SIZE + 1);
        var page = found.stream().limit(DocumentPage.SIZE).toList();
        var counts = page.isEmpty() ? Map.<PassageId, Integer>of() : citations.count(id);
        var uses = uses(page, counts, caller);
        var cards =
                page.stream()
                        .map(passage -> card(passage, counts, uses))
                        .map(shown.touch())
                        .toList();
        return new Passages(cards, shown.from(), found.size() > DocumentPage.SIZE);
    }

    private static PassageCard card(
            ReadPassage passage,
            Map<PassageId, Integer> counts,
            Map<PassageId, List<PassageCard.Use>> uses) {
        var answers = counts.getOrDefault(passage.id(), 0);
        return PassageCard.of(
                passage,
                new PassageCard.Cited(answers, uses.getOrDefault(passage.id(), List.of())));
    }

    private Map<PassageId, List<PassageCard.Use>> uses(
            List<ReadPassage> page, Map<PassageId, Integer> counts, Caller caller) {
        if (!caller.may(Permission.CONVERSATION_READ)) {
            return Map.of();
        }
        var cited = page.stream().map(ReadPassage::id).filter(counts::containsKey).toList();
        return citations.latest(cited, USES).stream()
                .collect(
                        Collectors.groupingBy(
                                PassageCitations.Use::passage,
                                Collectors.mapping(
                                        use ->
                                                new PassageCard.Use(
                                                        use.conversation().value(), use.at()),
                                        Collectors.toList())));
    }

    private Lost lost(DocumentId id) {
        var all = mends.lost(id);
        var first = all.stream().limit(LOST).toList();
        var found = successors.find(id, first);
        return new Lost(
                first.stream().map(mend -> LostMend.of(mend, found.get(mend.id()))).toList(),
                all.size());
    }
}
