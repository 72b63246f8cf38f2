package io.taros.answering;

import java.text.MessageFormat;
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
    LANGUAGE,
    OTHER_LANGUAGE;

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    String in(String language, Object... told) {
        var locale = Locale.forLanguageTag(spoken(language));
        var key = "answering.visitor." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        var text =
                ResourceBundle.getBundle("i18n/answering/visitor", locale, NO_FALLBACK)
                        .getString(key);
        return told.length == 0 ? text : new MessageFormat(text, locale).format(told);
    }

    /** What a language is called in another of ours. */
    static String nameOf(String language, String in) {
        var named = Lexicon.normalized(language).equals("nb") ? "no" : language;
        return Locale.forLanguageTag(named).getDisplayLanguage(Locale.forLanguageTag(spoken(in)));
    }

    private static String spoken(String language) {
        return Lexicon.speaks(language) ? Lexicon.normalized(language) : "en";
    }
}
