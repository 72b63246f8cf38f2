package io.taros.lead.web;

import io.taros.lead.LeadForm;
import io.taros.lead.LeadForm.Field;
import io.taros.lead.LeadForm.Kind;
import io.taros.lead.LeadMoment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A form while somebody changes it, in one language. Nothing of it is kept but in the page. */
record EditedForm(List<LeadFormPage.Row> rows, LeadFormPage.Words words, Set<LeadMoment> moments) {
    /** More than a form may have, so that whoever goes too far is told and loses nothing. */
    private static final int MOST_ROWS = 2 * LeadForm.MAX_FIELDS;

    EditedForm {
        rows = List.copyOf(rows);
    }

    static EditedForm of(LeadForm form, String language) {
        return new EditedForm(
                form.fields().stream().map(field -> row(field, language)).toList(),
                new LeadFormPage.Words(
                        form.consent().wordings().getOrDefault(language, ""),
                        form.consent().required(),
                        form.thanks().getOrDefault(language, "")),
                form.moments());
    }

    private static LeadFormPage.Row row(Field field, String language) {
        return new LeadFormPage.Row(
                field.key(),
                field.kind(),
                field.required(),
                field.labels().getOrDefault(language, ""),
                field.label(""),
                String.join("\n", field.choices().getOrDefault(language, List.of())));
    }

    static EditedForm sent(Map<String, String> sent, LeadForm before) {
        var known =
                before.fields().stream().collect(Collectors.toMap(Field::key, Function.identity()));
        var rows = new ArrayList<LeadFormPage.Row>();
        for (var i = 0; i < MOST_ROWS && sent.containsKey("kind-" + i); i++) {
            var key = sent.getOrDefault("key-" + i, "");
            var field = known.get(key);
            rows.add(
                    new LeadFormPage.Row(
                            key,
                            constant(Kind.values(), sent.get("kind-" + i), Kind.TEXT),
                            sent.containsKey("required-" + i),
                            sent.getOrDefault("label-" + i, "").strip(),
                            field == null ? "" : field.label(""),
                            sent.getOrDefault("choices-" + i, "").strip()));
        }
        var moments = EnumSet.noneOf(LeadMoment.class);
        Arrays.stream(LeadMoment.values())
                .filter(moment -> sent.containsKey("moment-" + moment))
                .forEach(moments::add);
        return new EditedForm(
                rows,
                new LeadFormPage.Words(
                        sent.getOrDefault("consent", "").strip(),
                        sent.containsKey("mustConsent"),
                        sent.getOrDefault("thanks", "").strip()),
                moments);
    }

    /** The same after a button: {@code add}, {@code up-1}, {@code down-1}, {@code remove-1}. */
    EditedForm after(String act) {
        var changed = new ArrayList<>(rows);
        if (act.equals("add") && changed.size() < MOST_ROWS) {
            changed.add(new LeadFormPage.Row("", Kind.TEXT, false, "", "", ""));
        }
        var place = act.replaceFirst("^[a-z]+-", "");
        var row = place.matches("[0-9]{1,2}") ? Integer.parseInt(place) : changed.size();
        if (row < changed.size()) {
            if (act.startsWith("up-") && row > 0) {
                Collections.swap(changed, row, row - 1);
            } else if (act.startsWith("down-") && row + 1 < changed.size()) {
                Collections.swap(changed, row, row + 1);
            } else if (act.startsWith("remove-")) {
                changed.remove(row);
            }
        }
        return new EditedForm(changed, words, moments);
    }

    /** With what other languages say as it was. */
    LeadForm form(LeadForm before, String language, String main) {
        var known =
                before.fields().stream().collect(Collectors.toMap(Field::key, Function.identity()));
        var fields = new ArrayList<Field>();
        for (var row : rows) {
            var field = known.get(row.key());
            var stays = field != null && field.kind() == row.kind() ? field : null;
            fields.add(
                    new Field(
                            key(row, stays),
                            row.kind(),
                            row.isRequired(),
                            with(
                                    stays == null ? Map.of() : stays.labels(),
                                    language,
                                    orNull(row.label()),
                                    main),
                            choices(row, stays, language, main)));
        }
        return new LeadForm(
                fields,
                moments,
                new LeadForm.Agreement(
                        with(before.consent().wordings(), language, orNull(words.consent()), main),
                        words.mustConsent()),
                with(before.thanks(), language, orNull(words.thanks()), main));
    }

    private static String key(LeadFormPage.Row row, @Nullable Field stays) {
        if (row.kind().isOnce()) {
            return row.kind().key();
        }
        if (stays != null) {
            return stays.key();
        }
        // Never that of a question that was removed: a page that is still open would answer that.
        return "field-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static Map<String, List<String>> choices(
            LeadFormPage.Row row, @Nullable Field stays, String language, String main) {
        if (row.kind() != Kind.CHOICE) {
            return Map.of();
        }
        var lines =
                row.choices()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .distinct()
                        .toList();
        return with(
                stays == null ? Map.of() : stays.choices(),
                language,
                lines.isEmpty() ? null : lines,
                main);
    }

    /** The bot's own language first: what comes first stands in for what is missing. */
    private static <T> Map<String, T> with(
            Map<String, T> texts, String language, @Nullable T text, String main) {
        var changed = new LinkedHashMap<>(texts);
        changed.remove(language);
        if (text != null) {
            changed.put(language, text);
        }
        var own = changed.remove(main);
        var ordered = new LinkedHashMap<String, T>();
        if (own != null) {
            ordered.put(main, own);
        }
        ordered.putAll(changed);
        return ordered;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static <E extends Enum<E>> E constant(E[] all, @Nullable String name, E otherwise) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }
}
