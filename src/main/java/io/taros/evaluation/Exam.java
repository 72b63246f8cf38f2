package io.taros.evaluation;

import io.taros.answering.Answer;
import io.taros.answering.AnswerSink;
import io.taros.answering.Answering;
import io.taros.answering.Question;
import io.taros.answering.Trace;
import io.taros.bot.Bot;
import io.taros.evaluation.Result.TopSimilarity;
import io.taros.search.BotScope;
import io.taros.search.Edition;
import io.taros.search.Hit;
import io.taros.search.KnowledgeTags;
import io.taros.search.Passages;
import io.taros.search.Reach;
import io.taros.search.RetrievalQuery;
import io.taros.search.Retriever;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts questions to a bot as a visitor would, and compares what comes back with what is right. */
@Component
class Exam {
    /** Ranks are counted in rows; several passages of one row must not use them up. */
    private static final int PASSAGES = 100;

    private final Answering answering;
    private final Retriever retriever;
    private final Passages passages;

    Exam(Answering answering, Retriever retriever, Passages passages) {
        this.answering = answering;
        this.retriever = retriever;
        this.passages = passages;
    }

    /** {@code rows} tells which rows a source was taught from. */
    Result ask(Bot bot, QuestionRow row, Map<UUID, List<String>> rows) {
        var question = new Question(bot, shortened(row.text()), row.history(), row.language());
        var start = System.nanoTime();
        var answer = answering.answer(question, AnswerSink.NONE);
        var millis = (System.nanoTime() - start) / 1e6;
        var hits = hits(question, answer.trace());
        var found = found(answer.trace(), hits, rows);
        var sentences = sentences(bot, answer);
        return new Result(
                row,
                List.copyOf(found),
                claim(answer),
                isRight(row, answer, found, rows),
                sentences.total(),
                sentences.grounded(),
                millis,
                topSimilarity(row, hits, rows),
                given(answer));
    }

    private static Result.Given given(Answer answer) {
        var features = new LinkedHashMap<String, Double>();
        for (var contribution : answer.trace().scoring().contributions()) {
            features.put(contribution.feature(), contribution.value());
        }
        return new Result.Given(
                answer.outcome().word(),
                answer.text(),
                answer.trace().standalone().text(),
                features);
    }

    private static String shortened(String text) {
        return text.length() <= Question.MAX_LENGTH ? text : text.substring(0, Question.MAX_LENGTH);
    }

    /** More than an answer is made of; nothing where nothing was searched for. */
    private List<Hit> hits(Question question, Trace trace) {
        if (trace.found().isEmpty()) {
            return List.of();
        }
        return retriever
                .retrieve(
                        new RetrievalQuery(
                                scope(question.bot()),
                                question.text(),
                                trace.standalone().text(),
                                question.answerBefore(),
                                trace.language(),
                                PASSAGES,
                                Edition.PUBLISHED))
                .hits();
    }

    private static Set<String> found(Trace trace, List<Hit> hits, Map<UUID, List<String>> rows) {
        var found = new LinkedHashSet<String>();
        trace.found().forEach(each -> found.addAll(rowsOf(each.source(), rows)));
        hits.forEach(hit -> found.addAll(rowsOf(hit.passage().source(), rows)));
        return found;
    }

    private static TopSimilarity topSimilarity(
            QuestionRow row, List<Hit> hits, Map<UUID, List<String>> rows) {
        return hits.stream()
                .max(Comparator.comparingDouble(hit -> hit.features().vectorSimilarity()))
                .map(hit ->
                        new TopSimilarity(
                                hit.features().vectorSimilarity(),
                                row.isRanked()
                                        && rowsOf(hit.passage().source(), rows).stream()
                                                .anyMatch(row.gold()::contains)))
                .orElse(TopSimilarity.NONE);
    }

    /** Greeting back or fetching a person claims nothing about the sources. */
    private static double claim(Answer answer) {
        return switch (answer) {
            case Answer.Grounded grounded ->
                    grounded.citations().isEmpty() ? 0 : grounded.reliability().score();
            case Answer.AskedBack asked -> asked.reliability().score();
            case Answer.Unanswered unanswered -> unanswered.reliability().score();
            case Answer.HandoverRequested _ -> 0;
        };
    }

    /** An answer that was withheld is judged by what it would have rested on. */
    private static boolean isRight(
            QuestionRow row, Answer answer, Set<String> found, Map<UUID, List<String>> rows) {
        if (!row.isRanked()) {
            return false;
        }
        return answer.citations().isEmpty()
                ? found.stream().limit(1).anyMatch(row.gold()::contains)
                : answer.citations().stream()
                        .anyMatch(citation ->
                                rowsOf(citation.source(), rows).stream()
                                        .anyMatch(row.gold()::contains));
    }

    private static List<String> rowsOf(UUID source, Map<UUID, List<String>> rows) {
        return rows.getOrDefault(source, List.of());
    }

    private GroundedSentences sentences(Bot bot, Answer answer) {
        if (answer.citations().isEmpty()) {
            return GroundedSentences.NONE;
        }
        var checked = answer.trace().sentences();
        if (!checked.isEmpty()) {
            return GroundedSentences.checked(checked);
        }
        var cited = answer.citations().stream().map(each -> each.passage()).distinct().toList();
        var reach = new Reach(scope(bot), Edition.PUBLISHED, KnowledgeTags.NONE);
        return GroundedSentences.quoted(answer.text(), passages.read(cited, reach));
    }

    private static BotScope scope(Bot bot) {
        return new BotScope(bot.id().value());
    }
}
