package io.taros.search;

import com.github.pemistahl.lingua.api.IsoCode639_1;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import io.taros.search.analysis.FunctionWords;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says what language a text is in. Only trigram models of languages we have analyzers for are
 * loaded: 37 MB of heap. On whole passages that is right for all but one in a hundred; a short
 * question is only named when one language stands out.
 */
@Component
public class Languages {
    public static final String UNKNOWN = "und";

    private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");
    private static final int SHORT = 15;
    private static final int LONG = 160;
    private static final int ENOUGH = 1000;
    private static final double CLEAR_LEAD = 0.1;

    /** Below this, letters alone take a paragraph for a neighbour's language too often. */
    private static final int PLAIN = 80;

    /** Of a document so many paragraphs are looked at closely: more would keep a crawl waiting. */
    private static final int CLOSE_LOOKS = 200;

    /** Of a paragraph its beginning tells as much as all of it, in a fraction of the time. */
    private static final int BEGINNING = 200;

    private static final IsoCode639_1[] KNOWN = {
        IsoCode639_1.AR, IsoCode639_1.BG, IsoCode639_1.CS, IsoCode639_1.DA, IsoCode639_1.DE,
        IsoCode639_1.EL, IsoCode639_1.EN, IsoCode639_1.ES, IsoCode639_1.FI, IsoCode639_1.FR,
        IsoCode639_1.HI, IsoCode639_1.HU, IsoCode639_1.IT, IsoCode639_1.JA, IsoCode639_1.KO,
        IsoCode639_1.NB, IsoCode639_1.NL, IsoCode639_1.PL, IsoCode639_1.PT, IsoCode639_1.RO,
        IsoCode639_1.RU, IsoCode639_1.SV, IsoCode639_1.TR, IsoCode639_1.UK, IsoCode639_1.ZH
    };

    private static final Set<String> TOLD_APART =
            Arrays.stream(KNOWN)
                    .map(language -> code(language.name()))
                    .collect(Collectors.toUnmodifiableSet());

    private record Detectors(LanguageDetector best, LanguageDetector certain) {}

    private final InBackground<Detectors> detectors = new InBackground<>(Languages::load);

    /** An ISO 639-1 code, Norwegian of both kinds as {@code no}; {@code und} when unclear. */
    public String detect(String text) {
        var sample = text.length() > ENOUGH ? text.substring(0, ENOUGH) : text.strip();
        if (sample.length() < SHORT && sample.chars().allMatch(Languages::isLatin)) {
            return UNKNOWN;
        }
        var known = detectors.get();
        var detector = sample.length() >= LONG ? known.best() : known.certain();
        var code = detector.detectLanguageOf(sample).getIsoCode639_1();
        return code == IsoCode639_1.NONE ? UNKNOWN : code(code.name());
    }

    /**
     * What a text is in that says of itself, often by a template's default, what it is in: that
     * counts unless the text is plainly something else.
     */
    public String detect(String text, @Nullable String declared) {
        var said = declared == null ? UNKNOWN : code(declared);
        return said.equals(UNKNOWN) ? detect(text) : or(plain(beginning(text, ENOUGH), said), said);
    }

    /** What a part of a text is in, which is the text's language unless it is plainly another. */
    public String detectPart(String part, String whole) {
        return or(partsOf(whole).apply(part), whole);
    }

    /**
     * Says of the paragraphs of a text in {@code whole} what each is in; {@code und} where that is
     * not plain, as with names, addresses and figures.
     */
    public UnaryOperator<String> partsOf(String whole) {
        var looks = new AtomicInteger();
        return paragraph -> {
            var sample = beginning(paragraph, BEGINNING);
            if (isTooShort(sample)) {
                return UNKNOWN;
            }
            var words = FunctionWords.of(sample);
            var isForeign = isForeignScript(sample);
            if (!words.mayBeAnother(whole) && (!isForeign || words.speak(whole))) {
                return words.speak(whole) ? whole : UNKNOWN;
            }
            if (looks.incrementAndGet() > CLOSE_LOOKS) {
                return UNKNOWN;
            }
            var found = plain(sample, whole);
            return isForeign || found.equals(whole) || words.speak(found, whole) ? found : UNKNOWN;
        };
    }

    private static String or(String plain, String otherwise) {
        return plain.equals(UNKNOWN) ? otherwise : plain;
    }

    /** A language of which no letters are known is only ever declared. */
    private String plain(String sample, String expected) {
        if (isTooShort(sample) || (!expected.equals(UNKNOWN) && !TOLD_APART.contains(expected))) {
            return UNKNOWN;
        }
        var confidence = detectors.get().best().computeLanguageConfidenceValues(sample);
        if (confidence.isEmpty()) {
            return UNKNOWN;
        }
        var best = confidence.firstEntry();
        var found = code(best.getKey().getIsoCode639_1().name());
        var ofExpected =
                confidence.entrySet().stream()
                        .filter(one -> code(one.getKey().getIsoCode639_1().name()).equals(expected))
                        .mapToDouble(java.util.Map.Entry::getValue)
                        .sum();
        return found.equals(expected) || best.getValue() - ofExpected >= CLEAR_LEAD
                ? found
                : UNKNOWN;
    }

    private static boolean isTooShort(String sample) {
        return sample.length() < (isForeignScript(sample) ? SHORT : PLAIN);
    }

    private static String beginning(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text.strip();
    }

    private static boolean isForeignScript(String sample) {
        var letters = sample.codePoints().filter(Character::isLetter).toArray();
        return Arrays.stream(letters).filter(letter -> !isLatin(letter)).count()
                > letters.length / 2;
    }

    /** The code the index uses for a language tag: {@code nb-NO} is {@code no}. */
    public static String code(String tag) {
        var primary = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return switch (primary) {
            case "nb", "nn" -> "no";
            default -> CODE.matcher(primary).matches() ? primary : UNKNOWN;
        };
    }

    /** Other scripts give their language away in a single word. */
    private static boolean isLatin(int character) {
        return character < 0x0250;
    }

    void warmUp() {
        detectors.start();
    }

    private static Detectors load() {
        return new Detectors(detector(0), detector(CLEAR_LEAD));
    }

    private static LanguageDetector detector(double lead) {
        return LanguageDetectorBuilder.fromIsoCodes639_1(KNOWN)
                .withLowAccuracyMode()
                .withMinimumRelativeDistance(lead)
                .withPreloadedLanguageModels()
                .build();
    }
}
