package io.taros.search;

import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.search.fusion.Fusion;
import io.taros.search.fusion.Ranked;
import io.taros.search.lucene.Asked;
import io.taros.search.lucene.Asked.Wording;
import io.taros.search.lucene.OpenIndexes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
class LuceneRetriever implements Retriever {
    private static final float[] NONE = {};

    private final OpenIndexes indexes;
    private final Embedder embedder;
    private final Languages languages;
    private final Fusion fusion;
    private final Passages passages;

    LuceneRetriever(
            OpenIndexes indexes,
            Embedder embedder,
            Languages languages,
            Fusion fusion,
            Passages passages) {
        this.indexes = indexes;
        this.embedder = embedder;
        this.languages = languages;
        this.fusion = fusion;
        this.passages = passages;
    }

    @Override
    public Retrieval retrieve(RetrievalQuery query) {
        var organization = Tenancy.organization();
        if (query.question().isBlank()) {
            return new Retrieval(List.of(), Duration.ZERO, Duration.ZERO, Duration.ZERO);
        }
        var beginning = System.nanoTime();
        var texts = texts(organization, query);
        var start = System.nanoTime();
        var language =
                query.language() == null
                        ? languages.detect(query.question())
                        : Languages.code(query.language());
        var vectors = vectors(organization, texts);
        var asked = asked(query, texts, vectors);
        var embedded = System.nanoTime();
        var selection = passages.select(query.reach());
        var known = System.nanoTime();
        var ranked = fusion.rank(indexes.search(organization, asked.within(selection)), language);
        var searched = System.nanoTime();
        var hits = read(ranked, query);
        var read = System.nanoTime();
        return new Retrieval(
                hits,
                vectors instanceof QuestionVectors.Missing(var why, _) ? why : null,
                embedder.isMultilingual(),
                vectors.sent(),
                Duration.ofNanos(embedded - start),
                Duration.ofNanos(start - beginning + searched - known),
                Duration.ofNanos(known - embedded + read - searched));
    }

    /**
     * The question and, if that is something else, made standalone, each followed by what was
     * probably meant where it is misspelled; last the answer before it.
     */
    private List<String> texts(OrganizationId organization, RetrievalQuery query) {
        var texts = new ArrayList<String>();
        for (var text : new LinkedHashSet<>(List.of(query.question(), query.standalone()))) {
            texts.add(text);
            indexes.corrected(organization, text).ifPresent(texts::add);
        }
        if (query.answerBefore() != null) {
            texts.add(query.answerBefore());
        }
        return texts;
    }

    /** None is made, and perhaps sent away, that has nothing to be compared with. */
    private QuestionVectors vectors(OrganizationId organization, List<String> texts) {
        if (indexes.health(organization) == IndexHealth.OUTDATED) {
            return new QuestionVectors.Missing(
                    new WordsAlone(WordsAlone.Cause.NEW_MODEL, ""), null);
        }
        return embedder.embedQuestion(texts);
    }

    private static Asked asked(RetrievalQuery query, List<String> texts, QuestionVectors made) {
        var vectors =
                switch (made) {
                    case QuestionVectors.Made(var each, _) -> each;
                    case QuestionVectors.Missing _ -> Collections.nCopies(texts.size(), NONE);
                };
        var isFollowUp = query.answerBefore() != null;
        var wordings = new ArrayList<Wording>();
        for (var i = 0; i < texts.size() - (isFollowUp ? 1 : 0); i++) {
            wordings.add(new Wording(texts.get(i), vectors.get(i)));
        }
        return new Asked(query.bot(), wordings, isFollowUp ? vectors.getLast() : NONE);
    }

    /** Reads on until enough are found that still exist. */
    private List<Hit> read(List<Ranked> ranked, RetrievalQuery query) {
        var limit = query.limit();
        var hits = new ArrayList<Hit>();
        for (var from = 0; from < ranked.size() && hits.size() < limit; from += limit) {
            var batch = ranked.subList(from, Math.min(from + limit, ranked.size()));
            var ids = batch.stream().map(each -> each.found().id()).toList();
            var present =
                    passages.read(ids, query.reach()).stream()
                            .collect(Collectors.toMap(Passage::id, Function.identity()));
            for (var each : batch) {
                var passage = present.get(each.found().id());
                if (passage != null) {
                    hits.add(new Hit(passage, each.score(), each.features()));
                }
            }
        }
        return hits.subList(0, Math.min(limit, hits.size()));
    }
}
