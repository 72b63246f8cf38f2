package io.taros.knowledge.web;

import io.taros.knowledge.Pair;
import io.taros.knowledge.Source;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * One line of the table of questions.
 *
 * @param wordings other ways to ask, one a line
 * @param version of what was seen: saving names it
 * @param newer what somebody else made of it meanwhile
 */
public record PairRow(
        UUID id,
        UUID bot,
        Words words,
        State state,
        Source.Standing standing,
        Source.Audience audience,
        String version,
        FormErrors errors,
        @Nullable Words newer)
        implements View {

    public record Words(String question, String wordings, String answer) {
        static Words of(Pair pair) {
            var words = pair.words();
            return new Words(
                    words.question(), String.join("\n", words.phrasings()), words.answer());
        }

        public int others() {
            return (int) wordings.lines().count();
        }
    }

    public enum State {
        SHOWN,
        /** Shown, and where its reader was just now. */
        LEFT,
        EDITED,
        /** Gone, and what it said is in this page alone, to be put back. */
        DELETED
    }

    static PairRow of(Pair pair, State state) {
        return new PairRow(
                pair.id().value(),
                pair.words().bot().value(),
                Words.of(pair),
                state,
                pair.standing(),
                pair.audience(),
                pair.version(),
                FormErrors.NONE,
                null);
    }

    /** Whoever saves again still saves what they saw. */
    PairRow refused(Words typed, String seen, FormErrors why) {
        return new PairRow(id, bot, typed, State.EDITED, standing, audience, seen, why, null);
    }

    /** Whoever saves again has seen what the other one wrote. */
    PairRow overtaken(Words typed) {
        return new PairRow(
                id, bot, typed, State.EDITED, standing, audience, version, FormErrors.NONE, words);
    }

    public String address() {
        return "/knowledge/questions/" + id;
    }

    @Override
    public String template() {
        return "knowledge/pair";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() && newer == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
