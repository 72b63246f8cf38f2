package io.taros.answering;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a message is for. Most ask something; a few only greet, thank, take leave or want a person,
 * and those need no search. All eight languages are tried, for "tak" tells nothing about the page
 * it was written on.
 */
record Wish(Kind kind, @Nullable String language) {
    enum Kind {
        QUESTION,
        GREETING,
        THANKS,
        FAREWELL,
        PERSON,
        /** To be answered in the wish's language. */
        LANGUAGE
    }

    private static final Wish QUESTION = new Wish(Kind.QUESTION, null);

    /** Longer messages explain a matter even when they also mention a person. */
    private static final int MAX_WORDS = 18;

    /** How many words may stand between "talk" and "human". */
    private static final int MAX_GAP = 5;

    static Wish of(String text, String language) {
        var words = Words.plain(text);
        if (words.isEmpty() || words.size() > MAX_WORDS) {
            return QUESTION;
        }
        var wanted = LanguageWish.of(text);
        if (wanted != null) {
            return new Wish(Kind.LANGUAGE, wanted);
        }
        var own = read(words, Lexicon.of(language));
        if (own.kind() != Kind.QUESTION) {
            return own;
        }
        for (var lexicon : Lexicon.all()) {
            var wish = read(words, lexicon);
            if (wish.kind() != Kind.QUESTION) {
                return wish;
            }
        }
        return QUESTION;
    }

    private static Wish read(List<String> words, Lexicon lexicon) {
        var phrase = String.join(" ", words);
        if (lexicon.greetings().contains(phrase)) {
            return new Wish(Kind.GREETING, lexicon.language());
        }
        if (lexicon.thanks().contains(phrase)) {
            return new Wish(Kind.THANKS, lexicon.language());
        }
        if (lexicon.farewells().contains(phrase)) {
            return new Wish(Kind.FAREWELL, lexicon.language());
        }
        if (wantsPerson(words, phrase, lexicon)) {
            return new Wish(Kind.PERSON, lexicon.language());
        }
        return QUESTION;
    }

    private static boolean wantsPerson(List<String> words, String phrase, Lexicon lexicon) {
        if (words.stream().anyMatch(lexicon.negations()::contains)
                && !phraseNames(phrase, lexicon)) {
            return false;
        }
        if (phraseNames(phrase, lexicon) && isMostlyAbout(words, lexicon)) {
            return true;
        }
        return isOnlyAbout(words, lexicon) || verbMeetsNoun(words, lexicon);
    }

    private static boolean phraseNames(String phrase, Lexicon lexicon) {
        var padded = " " + phrase + " ";
        return lexicon.personPhrases().stream()
                .anyMatch(known -> padded.contains(" " + known + " "));
    }

    /** "Human please", "en medarbejder, tak": nothing is said beyond the person that is wanted. */
    private static boolean isOnlyAbout(List<String> words, Lexicon lexicon) {
        return words.stream().anyMatch(lexicon.personNouns()::contains)
                && words.stream()
                        .allMatch(word ->
                                lexicon.personNouns().contains(word)
                                        || lexicon.personFillers().contains(word)
                                        || lexicon.greetings().contains(word));
    }

    /** A greeting or an apology around the wish is fine, a matter of its own is not. */
    private static boolean isMostlyAbout(List<String> words, Lexicon lexicon) {
        return strangers(words, lexicon) <= 2;
    }

    private static long strangers(List<String> words, Lexicon lexicon) {
        return words.stream()
                .filter(word -> !lexicon.personNouns().contains(word))
                .filter(word -> !lexicon.personVerbs().contains(word))
                .filter(word -> !lexicon.personFillers().contains(word))
                .filter(word -> !lexicon.functionWords().contains(word))
                .filter(word -> !lexicon.greetings().contains(word))
                .count();
    }

    private static boolean verbMeetsNoun(List<String> words, Lexicon lexicon) {
        var verb = firstOf(words, lexicon.personVerbs());
        var noun = firstOf(words, lexicon.personNouns());
        return verb >= 0
                && noun >= 0
                && Math.abs(verb - noun) <= MAX_GAP
                && isMostlyAbout(words, lexicon);
    }

    private static int firstOf(List<String> words, Set<String> wanted) {
        for (var i = 0; i < words.size(); i++) {
            if (wanted.contains(words.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
