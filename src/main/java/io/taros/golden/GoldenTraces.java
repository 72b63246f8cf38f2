package io.taros.golden;

import io.taros.answering.JudgedAnswer;
import io.taros.answering.JudgedAnswers;
import io.taros.platform.erasure.ErasureJournal;
import io.taros.platform.rights.HeldRecord;
import io.taros.platform.rights.Person;
import io.taros.platform.rights.PersonalRecords;
import io.taros.platform.rights.PersonalTraces;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Golden questions made of what somebody asked, or that name them, and what runs kept of those. */
@Component
class GoldenTraces implements PersonalRecords, PersonalTraces {
    private static final int BATCH = 500;

    private final QuestionRows questions;
    private final ResultRows results;
    private final GoldenSeal seal;
    private final JudgedAnswers judged;
    private final ErasureJournal journal;

    GoldenTraces(
            QuestionRows questions,
            ResultRows results,
            GoldenSeal seal,
            JudgedAnswers judged,
            ErasureJournal journal) {
        this.journal = journal;
        this.questions = questions;
        this.results = results;
        this.seal = seal;
        this.judged = judged;
    }

    @Override
    public List<Kind> kinds() {
        return List.of(new Kind("golden-questions", List.of("question", "expected"), this::read));
    }

    private void read(Person person, Consumer<HeldRecord> each) {
        of(person)
                .forEach(question ->
                        each.accept(
                                HeldRecord.of(
                                        question.id().value(),
                                        question.createdAt(),
                                        question.question(),
                                        String.join("; ", words(question.content()).toList()))));
    }

    @Override
    public Map<String, Long> forget(Person person) {
        var gone = of(person);
        // Some are found by a name alone, which no journal may hold.
        journal.addAll(
                ErasedGoldenQuestions.KIND,
                gone.stream().map(question -> question.id().value()).toList());
        for (var question : gone) {
            questions.remove(question.id());
            judged.withdraw(question.bot(), JudgedAnswer.Kind.GOLDEN, question.id());
        }
        var ids = gone.stream().map(GoldenQuestion::id).collect(Collectors.toUnmodifiableSet());
        var isAnything = !ids.isEmpty() || !person.words().isEmpty();
        return Map.of(
                "golden_question",
                (long) gone.size(),
                "golden_result",
                isAnything ? removeResults(result -> isAbout(person, ids, result)) : 0L);
    }

    /** Without a word nothing has to be opened to know whom it is about. */
    private List<GoldenQuestion> of(Person person) {
        var asked = questions.cameFrom(person.threads());
        if (person.words().isEmpty()) {
            return asked.stream()
                    .flatMap(id -> questions.find(id).stream())
                    .map(seal::open)
                    .toList();
        }
        return questions.all().stream()
                .map(seal::open)
                .filter(question ->
                        asked.contains(question.id())
                                || words(question.content()).anyMatch(person::isNamedIn))
                .toList();
    }

    private long removeResults(Predicate<SealedResult> isGoing) {
        var removed = 0L;
        var batch = results.after(null, BATCH);
        while (!batch.isEmpty()) {
            var going = batch.stream().filter(isGoing).toList();
            // No journal may hold the name by which they are found.
            journal.addAll(ErasedAnswers.KIND, going.stream().map(ErasedAnswers::idOf).toList());
            for (var result : going) {
                removed += results.remove(result.runId(), result.questionId()) ? 1 : 0;
            }
            batch = results.after(batch.getLast(), BATCH);
        }
        return removed;
    }

    private boolean isAbout(Person person, Set<GoldenQuestion.Id> gone, SealedResult sealed) {
        if (gone.contains(sealed.questionId())) {
            return true;
        }
        if (person.words().isEmpty()) {
            return false;
        }
        var result = seal.open(sealed);
        var answer = result.answer();
        return words(result.asked()).anyMatch(person::isNamedIn)
                || (answer != null && person.isNamedIn(answer.text()));
    }

    private static Stream<String> words(NewGoldenQuestion content) {
        var expected = content.expectation();
        return Stream.of(
                        Stream.of(content.question()),
                        expected.required().stream(),
                        expected.forbidden().stream(),
                        Stream.ofNullable(expected.source()))
                .flatMap(one -> one);
    }
}
