package io.taros.answering;

import java.util.Locale;
import java.util.ResourceBundle;

/** What the system itself says to a visitor, in the eight languages of the widget. */
enum VisitorText {
    GREETING,
    THANKS,
    FAREWELL,
    ASK_BACK,
    ASK_BACK_ONE,
    UNKNOWN,
    HANDOVER,
    OTHER_LANGUAGE;

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    String in(String language) {
        var locale =
                Locale.forLanguageTag(
                        Lexicon.speaks(language) ? Lexicon.normalized(language) : "en");
        var key = "answering.visitor." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        return ResourceBundle.getBundle("i18n/answering/visitor", locale, NO_FALLBACK)
                .getString(key);
    }
}
