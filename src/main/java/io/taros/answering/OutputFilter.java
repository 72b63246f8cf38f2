package io.taros.answering;

import io.taros.search.Passage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What may leave towards a visitor, decided without a model: no markup, no image, no address that
 * the cited passages do not have, nothing of the prompt. It fails closed, a sentence that breaks
 * one rule is withheld whole.
 */
final class OutputFilter {
    private static final int MAX_SENTENCE = 700;
    private static final int PROMPT_RUN = 7;
    private static final Pattern MARKUP =
            Pattern.compile("<\\s*[/!?]?\\s*\\p{Alpha}|&(?:#|lt|gt|quot|amp;)");
    private static final Pattern IMAGE = Pattern.compile("!\\s*\\[");
    private static final Pattern SCHEME =
            Pattern.compile("(?i)\\b(?:javascript|data|vbscript|file|blob)\\s*:\\s*\\S");
    private static final Pattern URL =
            Pattern.compile(
                    "(?i)(?:\\b[a-z][a-z0-9+.-]{1,10}:)?//[^\\s<>\"')\\]]+|\\bwww\\.[^\\s<>\"')\\]]+"
                            + "|\\bmailto:\\S+|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"
                            + "|(?<![\\w.@/])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,24}(?=[/:?#][^\\s]|[\\s.,;:!?)\\]]|$)");

    private static final Pattern MAILBOX = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");

    /**
     * Words like "e.g." or "node.js" look like hosts; only these endings count where no path
     * follows.
     */
    private static final Set<String> TOP_LEVEL =
            Set.of(
                    "com", "net", "org", "io", "dev", "app", "info", "biz", "co", "uk", "de", "dk",
                    "fr", "es", "nl", "se", "no", "eu", "us", "ru", "cn", "xyz", "site", "online",
                    "shop", "store", "cloud", "ai", "me", "tk", "top", "link", "live", "test",
                    "example", "evil");

    private static final Pattern INVISIBLE =
            Pattern.compile(
                    "[\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}&&[^\\u00AD\\u200D]]|[\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/_-]{12,}={0,2}");

    private final @Nullable String canary;
    private final List<String> promptWords;
    private final Set<String> visitors;

    private OutputFilter(@Nullable String canary, List<String> promptWords, Set<String> visitors) {
        this.canary = canary;
        this.promptWords = promptWords;
        this.visitors = visitors;
    }

    /** For text that was quoted: there is no prompt it could give away. */
    static OutputFilter forQuotes() {
        return new OutputFilter(null, List.of(), Set.of());
    }

    /**
     * @param visitors what they wrote themselves: their own e-mail address may be read back to them
     */
    static OutputFilter forPrompt(String canary, String confidential, String visitors) {
        var own = new HashSet<String>();
        var matcher = URL.matcher(visitors);
        while (matcher.find()) {
            if (MAILBOX.matcher(matcher.group()).matches()) {
                own.add(comparable(matcher.group()));
            }
        }
        return new OutputFilter(canary.toLowerCase(Locale.ROOT), Words.plain(confidential), own);
    }

    /** Characters nobody can see can carry text out or turn it round: none of them leave. */
    static String visible(String text) {
        return INVISIBLE.matcher(text).replaceAll("");
    }

    /** Why the sentence must not leave, or null. */
    @Nullable String objection(String sentence, List<Passage> cited) {
        if (sentence.length() > MAX_SENTENCE) {
            return "too long";
        }
        if (MARKUP.matcher(sentence).find() || IMAGE.matcher(sentence).find()) {
            return "markup or an image";
        }
        if (SCHEME.matcher(sentence).find() || hasForeignAddress(sentence, cited)) {
            return "an address the cited passages do not have";
        }
        if (givesAwayPrompt(sentence, cited)) {
            return "words of the instructions";
        }
        return null;
    }

    private boolean hasForeignAddress(String sentence, List<Passage> cited) {
        Set<String> known = null;
        var matcher = URL.matcher(sentence);
        while (matcher.find()) {
            var address = matcher.group();
            if (!isAddress(address, sentence, matcher.end())
                    || visitors.contains(comparable(address))) {
                continue;
            }
            if (known == null) {
                known = addresses(cited);
            }
            if (!known.contains(comparable(address))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAddress(String found, String sentence, int end) {
        if (found.contains("/")
                || found.contains("@")
                || found.contains(":")
                || found.toLowerCase(Locale.ROOT).startsWith("www.")) {
            return true;
        }
        var followed = end < sentence.length() && "/:?#".indexOf(sentence.charAt(end)) >= 0;
        var ending = found.substring(found.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return followed || TOP_LEVEL.contains(ending);
    }

    private static Set<String> addresses(List<Passage> cited) {
        var known = new HashSet<String>();
        for (var passage : cited) {
            var url = passage.url();
            var text =
                    (url == null ? "" : url)
                            + "\n"
                            + passage.text()
                            + "\n"
                            + Material.words(passage);
            var matcher = URL.matcher(text);
            while (matcher.find()) {
                known.add(comparable(matcher.group()));
            }
        }
        return known;
    }

    private static String comparable(String address) {
        return address.toLowerCase(Locale.ROOT)
                .replaceFirst("^(?:https?:)?//", "")
                .replaceFirst("^mailto:", "")
                .replaceFirst("[.,;:!?/*_]+$", "");
    }

    private boolean givesAwayPrompt(String sentence, List<Passage> cited) {
        var secret = canary;
        if (secret == null) {
            return false;
        }
        return hasCanary(sentence, secret) || repeatsPrompt(sentence, cited);
    }

    private static boolean hasCanary(String sentence, String secret) {
        var letters = onlyLettersAndDigits(sentence);
        if (letters.contains(secret) || new StringBuilder(letters).reverse().indexOf(secret) >= 0) {
            return true;
        }
        var encoded = ENCODED.matcher(sentence);
        while (encoded.find()) {
            if (decodesTo(encoded.group(), secret)) {
                return true;
            }
        }
        return false;
    }

    private static boolean decodesTo(String token, String secret) {
        try {
            var plain = Base64.getDecoder().decode(token.replace('-', '+').replace('_', '/'));
            return onlyLettersAndDigits(new String(plain, StandardCharsets.ISO_8859_1))
                    .contains(secret);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static String onlyLettersAndDigits(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /**
     * A run of words that stands in the prompt and not in the passages was copied from the prompt.
     */
    private boolean repeatsPrompt(String sentence, List<Passage> cited) {
        var words = Words.plain(sentence);
        var prompt = " " + String.join(" ", promptWords) + " ";
        for (var i = 0; i + PROMPT_RUN <= words.size(); i++) {
            var run = " " + String.join(" ", words.subList(i, i + PROMPT_RUN)) + " ";
            if (prompt.contains(run)
                    && cited.stream()
                            .noneMatch(passage ->
                                    (" " + Words.phrase(passage.text()) + " ").contains(run))) {
                return true;
            }
        }
        return false;
    }
}
