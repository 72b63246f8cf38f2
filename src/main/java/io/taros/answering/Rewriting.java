package io.taros.answering;

import io.taros.answering.Trace.Standalone;
import io.taros.answering.model.Endpoint;
import io.taros.answering.model.ModelListener;
import io.taros.answering.model.ModelReply;
import io.taros.answering.model.Models;
import io.taros.platform.egress.Purpose;
import java.util.random.RandomGenerator;

/**
 * Makes a follow-up stand on its own, with a model where the bot has one and by words where not.
 */
final class Rewriting {
    private static final int MAX_LENGTH = 300;

    private final Models models;
    private final RandomGenerator random;

    Rewriting(Models models, RandomGenerator random) {
        this.models = models;
        this.random = random;
    }

    Standalone standalone(Course course, AnswerSink sink) {
        var question = course.question();
        var byWords = FollowUp.standalone(question, course.language());
        if (byWords.method() == Standalone.Method.UNCHANGED) {
            return byWords;
        }
        return models.endpoint(question.bot())
                .map(endpoint -> sink.waiting(() -> byModel(endpoint, course, byWords)))
                .orElse(byWords);
    }

    private Standalone byModel(Endpoint endpoint, Course course, Standalone otherwise) {
        var fresh = AnswerPrompt.fresh(random);
        var prompt = fresh.rewriting(course.question(), course.language());
        var line = new FirstLine();
        var written = models.write(endpoint, Purpose.REWRITE, prompt, line);
        course.sent(ModelComposer.sent(endpoint, fresh, written.sent()));
        if (written.reply() instanceof ModelReply.Complete(var usage)) {
            course.spent(usage);
            var rewritten = line.text();
            if (isQuestionOfTheConversation(rewritten, course)) {
                return new Standalone(rewritten, Standalone.Method.REWRITTEN);
            }
        }
        return otherwise;
    }

    /** A rewrite only recombines what was said: most of its content words were there before. */
    private static boolean isQuestionOfTheConversation(String rewritten, Course course) {
        if (rewritten.isBlank() || rewritten.length() > MAX_LENGTH) {
            return false;
        }
        var said = new StringBuilder(course.question().text());
        course.question().history().forEach(turn -> said.append('\n').append(turn.text()));
        var known = Words.stems(said.toString(), course.language());
        var words = Words.stems(rewritten, course.language());
        var strange = words.stream().filter(word -> !known.contains(word)).count();
        return !words.isEmpty() && strange * 2 <= words.size();
    }

    private static final class FirstLine implements ModelListener {
        private final StringBuilder received = new StringBuilder();

        @Override
        public boolean text(String piece) {
            received.append(piece);
            return received.length() <= MAX_LENGTH
                    && !received.toString().stripLeading().contains("\n");
        }

        @Override
        public boolean startOver() {
            received.setLength(0);
            return true;
        }

        String text() {
            return OutputFilter.visible(received.toString())
                    .strip()
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
        }
    }
}
