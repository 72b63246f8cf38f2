package io.taros.widget;

import io.taros.lead.InterestWords;
import io.taros.lead.LeadForm;
import io.taros.lead.LeadForm.Field;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form as the widget draws it. Texts are by language, the bot's own first.
 *
 * @param moments when it is offered: {@code interest}, {@code no-answer}, {@code out-of-hours}
 * @param interest the words of interest, as a regular expression; absent where it is not offered
 *     then
 */
record LeadFormView(
        List<Input> fields,
        @Nullable Map<String, String> consent,
        boolean mustConsent,
        @Nullable Map<String, String> thanks,
        List<String> moments,
        @Nullable String interest) {

    /**
     * @param type of an HTML input, or {@code textarea} or {@code select}
     * @param word the name of the widget's own text for it, where it has one
     * @param fill what a browser may fill in by itself
     */
    record Input(
            String name,
            String type,
            @Nullable String word,
            @Nullable String fill,
            int max,
            boolean required,
            @Nullable Map<String, String> label,
            @Nullable Map<String, List<String>> choices) {}

    static LeadFormView of(LeadForm form) {
        var moments =
                form.moments().stream()
                        .map(moment -> moment.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .sorted()
                        .toList();
        return new LeadFormView(
                form.fields().stream().map(field -> input(form, field)).toList(),
                orAbsent(form.consent().wordings()),
                form.consent().required(),
                orAbsent(form.thanks()),
                moments,
                moments.contains("interest") ? InterestWords.pattern() : null);
    }

    private static Input input(LeadForm form, Field field) {
        return new Input(
                field.key(),
                type(field.kind()),
                field.hasOwnWords() ? word(field) : null,
                fill(field.kind()),
                field.kind().longest(),
                form.needs(field),
                orAbsent(field.labels()),
                field.choices().isEmpty() ? null : field.choices());
    }

    private static String type(LeadForm.Kind kind) {
        return switch (kind) {
            case NAME, COMPANY -> "text";
            case EMAIL -> "email";
            case PHONE -> "tel";
            case NUMBER -> "number";
            case TEXT -> "textarea";
            case CHOICE -> "select";
        };
    }

    private static String word(Field field) {
        return field.key().equals(LeadForm.MESSAGE) ? "details" : field.key();
    }

    private static @Nullable String fill(LeadForm.Kind kind) {
        return switch (kind) {
            case NAME -> "name";
            case EMAIL -> "email";
            case PHONE -> "tel";
            case COMPANY -> "organization";
            case TEXT, CHOICE, NUMBER -> null;
        };
    }

    private static @Nullable Map<String, String> orAbsent(Map<String, String> texts) {
        return texts.isEmpty() ? null : texts;
    }
}
