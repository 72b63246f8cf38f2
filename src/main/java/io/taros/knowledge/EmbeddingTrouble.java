package io.taros.knowledge;

import io.taros.search.EmbeddingFailed;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * What becomes of a source whose passages a provider does not embed: it waits where the trouble may
 * pass, and says so; otherwise it has failed.
 */
@Component
class EmbeddingTrouble {
    /** With pauses of up to four minutes some two hours. */
    private static final int ATTEMPTS = 36;

    private final SourceRows rows;

    EmbeddingTrouble(SourceRows rows) {
        this.rows = rows;
    }

    interface Work {
        void run() throws Exception;
    }

    /** Throws on where it is to be tried again. */
    void around(Source.Id source, int round, Work work) throws Exception {
        try {
            work.run();
        } catch (EmbeddingFailed failed) {
            if (!failed.reason().isPassing()) {
                rows.enter(source, round, Source.Status.FAILED, problem(failed));
                return;
            }
            rows.note(source, round, problem(failed));
            throw failed;
        }
    }

    static int attemptsAfter(Throwable cause, int usual) {
        return cause instanceof EmbeddingFailed ? ATTEMPTS : usual;
    }

    /** For who has tried often enough. */
    static Problem givenUp(Throwable cause) {
        return cause instanceof EmbeddingFailed failed
                ? Problem.of("embedding.gave-up", failed.host())
                : Problem.of("source.interrupted");
    }

    private static Problem problem(EmbeddingFailed failed) {
        var word = failed.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Problem.of("embedding." + word, failed.host(), failed.detail());
    }
}
