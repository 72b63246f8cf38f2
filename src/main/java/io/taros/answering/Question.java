package io.taros.answering;

import io.taros.bot.Bot;
import io.taros.search.Edition;
import io.taros.search.KnowledgeTags;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor asks a bot.
 *
 * @param history earlier messages, oldest first, without this one
 * @param language ISO 639-1 of the page or browser, a hint used when the words themselves do not
 *     tell
 * @param heard in which languages, before the history begins
 * @param edition of what the bot knows; the bot itself comes as it is in the same
 * @param tags of whoever asks: sources that have tags answer only where one of them is theirs
 */
public record Question(
        Bot bot,
        String text,
        List<Turn> history,
        @Nullable String language,
        Heard heard,
        Edition edition,
        KnowledgeTags tags) {
    public static final int MAX_LENGTH = 4_000;

    public Question {
        history = List.copyOf(history);
        if (text.isBlank()) {
            throw new IllegalArgumentException("A question has words");
        }
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "A question has at most " + MAX_LENGTH + " characters");
        }
    }

    /**
     * What is known of a visitor's language however long ago it was said.
     *
     * @param hasWritten whether the language is what they write, and not just a page's
     * @param wants ISO 639-1 of what they asked to be answered in
     */
    public record Heard(boolean hasWritten, @Nullable String wants) {
        static final Heard NOTHING = new Heard(false, null);
    }

    /** With all of what was said before. */
    public Question(
            Bot bot, String text, List<Turn> history, @Nullable String language, Edition edition) {
        this(bot, text, history, language, Heard.NOTHING, edition, KnowledgeTags.NONE);
    }

    /** As visitors ask. */
    public Question(
            Bot bot, String text, List<Turn> history, @Nullable String language, Heard heard) {
        this(bot, text, history, language, heard, Edition.PUBLISHED, KnowledgeTags.NONE);
    }

    public Question(Bot bot, String text, List<Turn> history, @Nullable String language) {
        this(bot, text, history, language, Heard.NOTHING);
    }

    public Question(Bot bot, String text) {
        this(bot, text, List.of(), null);
    }

    public Question taggedWith(KnowledgeTags of) {
        return new Question(bot, text, history, language, heard, edition, of);
    }

    /**
     * Whether the bot may ask back. It never does so twice running, and where a client did not say
     * what the reply before was, it may have been just that.
     */
    boolean mayAskBack() {
        return lastReply().map(Question::isKnownNotToAsk).orElse(true);
    }

    /** Whether the bot's last reply is known to have asked back. */
    boolean wasAskedBack() {
        return lastReply().stream().anyMatch(turn -> turn.decision() == Answer.Decision.ASK_BACK);
    }

    private static boolean isKnownNotToAsk(Turn reply) {
        return reply.decision() != null && reply.decision() != Answer.Decision.ASK_BACK;
    }

    private Optional<Turn> lastReply() {
        return history.reversed().stream()
                .filter(turn -> turn.speaker() == Turn.Speaker.BOT)
                .findFirst();
    }

    /** ISO 639-1 of what the visitor writes or wants to be answered in, else the page's. */
    public String visitorLanguage() {
        var told = VisitorLanguage.told(this);
        if (told != null) {
            return told;
        }
        return language == null ? VisitorLanguage.of(this) : Lexicon.normalized(language);
    }

    /** ISO 639-1 of what the visitor asked to be answered in; null where they never did. */
    public @Nullable String wantedLanguage() {
        return VisitorLanguage.wanted(this);
    }

    /** What the bot said last; null at the beginning of a conversation. */
    public @Nullable String answerBefore() {
        return history.reversed().stream()
                .filter(turn -> turn.speaker() == Turn.Speaker.BOT)
                .map(Turn::text)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(null);
    }
}
