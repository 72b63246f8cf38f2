package io.taros.ceiling.web;

import io.taros.ceiling.Ceiling;
import io.taros.platform.web.FormErrors;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The owner's limits as the form sends them. */
record CeilingForm(Map<String, String> given) {
    static final String PER_VISITOR = "perVisitor";
    static final String PER_BOT = "perBot";
    private static final int LONGEST = 500;

    String value(String field) {
        return given.getOrDefault(field, "").strip();
    }

    static String fieldOf(String language) {
        return "text-" + language;
    }

    FormErrors errors() {
        var errors = FormErrors.NONE;
        for (var field : new String[] {PER_VISITOR, PER_BOT}) {
            if (!value(field).isEmpty() && number(field) == null) {
                errors = errors.text(field, "ceiling.number", Ceiling.MOST);
            }
        }
        for (var language : Ceiling.LANGUAGES) {
            if (value(fieldOf(language)).length() > LONGEST) {
                errors = errors.text(fieldOf(language), "ceiling.long", LONGEST);
            }
        }
        return errors;
    }

    Ceiling ceiling() {
        var texts = new TreeMap<String, String>();
        for (var language : Ceiling.LANGUAGES) {
            var text = value(fieldOf(language));
            if (!text.isEmpty()) {
                texts.put(language, text);
            }
        }
        return new Ceiling(number(PER_VISITOR), number(PER_BOT), texts);
    }

    private @Nullable Integer number(String field) {
        var typed = value(field);
        return typed.matches("[1-9]\\d{0,6}") && Integer.parseInt(typed) <= Ceiling.MOST
                ? Integer.valueOf(typed)
                : null;
    }
}
