package io.taros.search;

import com.github.pemistahl.lingua.api.IsoCode639_1;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.Locale;
import java.util.regex.Pattern;
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
    private static final IsoCode639_1[] KNOWN = {
        IsoCode639_1.AR, IsoCode639_1.BG, IsoCode639_1.CS, IsoCode639_1.DA, IsoCode639_1.DE,
        IsoCode639_1.EL, IsoCode639_1.EN, IsoCode639_1.ES, IsoCode639_1.FI, IsoCode639_1.FR,
        IsoCode639_1.HI, IsoCode639_1.HU, IsoCode639_1.IT, IsoCode639_1.JA, IsoCode639_1.KO,
        IsoCode639_1.NB, IsoCode639_1.NL, IsoCode639_1.PL, IsoCode639_1.PT, IsoCode639_1.RO,
        IsoCode639_1.RU, IsoCode639_1.SV, IsoCode639_1.TR, IsoCode639_1.UK, IsoCode639_1.ZH
    };

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
