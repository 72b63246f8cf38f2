package io.taros.lead;

import io.taros.lead.LeadForm.Field;
import io.taros.lead.LeadForm.Kind;
import io.taros.platform.web.FormErrors;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** What makes a form that visitors can fill in. */
public final class LeadFormRules {
    private static final int LONGEST_LABEL = 120;
    private static final int LONGEST_CHOICE = 100;
    private static final int MOST_CHOICES = 12;
    private static final int LONGEST_WORDING = 1_000;
    private static final int LONGEST_THANKS = 300;

    private LeadFormRules() {}

    /**
     * @param language of the bot, in which every text is needed
     * @return by the names of the page: {@code label-0}, {@code choices-0}, {@code consent}
     */
    public static FormErrors check(LeadForm form, String language) {
        var errors = FormErrors.NONE;
        if (form.fields().size() > LeadForm.MAX_FIELDS) {
            errors = errors.text("fields", "lead.form.many", LeadForm.MAX_FIELDS);
        }
        if (form.reach().findAny().isEmpty()) {
            errors = errors.text("fields", "lead.form.no-reach");
        }
        var seen = EnumSet.noneOf(Kind.class);
        for (var i = 0; i < form.fields().size(); i++) {
            var field = form.fields().get(i);
            if (!seen.add(field.kind()) && field.kind().isOnce()) {
                errors = errors.text("label-" + i, "lead.form.twice");
            }
            errors = label(errors, i, field, language);
            errors = choices(errors, i, field, language);
        }
        return words(errors, form, language);
    }

    private static FormErrors label(FormErrors errors, int i, Field field, String language) {
        if (!field.hasOwnWords() && isBlank(field.labels(), language)) {
            return errors.text("label-" + i, "lead.form.label-needed");
        }
        return isLong(field.labels(), LONGEST_LABEL)
                ? errors.text("label-" + i, "lead.form.long", LONGEST_LABEL)
                : errors;
    }

    private static FormErrors choices(FormErrors errors, int i, Field field, String language) {
        if (field.kind() != Kind.CHOICE) {
            return errors;
        }
        var own = field.choices().getOrDefault(language, List.of());
        if (own.size() < 2) {
            return errors.text("choices-" + i, "lead.form.choices-needed");
        }
        for (var some : field.choices().values()) {
            if (some.size() > MOST_CHOICES) {
                return errors.text("choices-" + i, "lead.form.choices-many", MOST_CHOICES);
            }
            if (some.stream().anyMatch(choice -> choice.length() > LONGEST_CHOICE)) {
                return errors.text("choices-" + i, "lead.form.long", LONGEST_CHOICE);
            }
        }
        return errors;
    }

    private static FormErrors words(FormErrors errors, LeadForm form, String language) {
        var wordings = form.consent().wordings();
        if (isBlank(wordings, language) && (form.consent().required() || !wordings.isEmpty())) {
            return errors.text("consent", "lead.form.consent-needed");
        }
        if (isLong(wordings, LONGEST_WORDING)) {
            return errors.text("consent", "lead.form.long", LONGEST_WORDING);
        }
        return isLong(form.thanks(), LONGEST_THANKS)
                ? errors.text("thanks", "lead.form.long", LONGEST_THANKS)
                : errors;
    }

    private static boolean isBlank(Map<String, String> texts, String language) {
        return texts.getOrDefault(language, "").isBlank();
    }

    private static boolean isLong(Map<String, String> texts, int longest) {
        return texts.values().stream().anyMatch(text -> text.length() > longest);
    }
}
