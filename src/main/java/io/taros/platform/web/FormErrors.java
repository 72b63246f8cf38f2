package io.taros.platform.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form that is shown again, by field. */
public record FormErrors(List<Wrong> wrong) {
    public static final FormErrors NONE = new FormErrors(List.of());

    /** Either a text of the bundles or, where a rule deeper down spoke, its own sentence. */
    public sealed interface Wrong {
        String field();

        record Text(String field, String key, List<Object> arguments) implements Wrong {}

        record Sentence(String field, String sentence) implements Wrong {}
    }

    public FormErrors {
        wrong = List.copyOf(wrong);
    }

    public static FormErrors of(BadInput refusal) {
        return NONE.and(new Wrong.Sentence(refusal.field(), String.valueOf(refusal.getMessage())));
    }

    public FormErrors text(String field, String key, Object... arguments) {
        return and(new Wrong.Text(field, key, Arrays.asList(arguments)));
    }

    /** Adds "please fill this in" where a value that must be there is blank. */
    public FormErrors required(String field, @Nullable String value) {
        return value == null || value.isBlank() ? text(field, "platform.field.required") : this;
    }

    public boolean isEmpty() {
        return wrong.isEmpty();
    }

    @Nullable String sentence(String field, Texts texts) {
        return wrong.stream()
                .filter(one -> one.field().equals(field))
                .findFirst()
                .map(one ->
                        switch (one) {
                            case Wrong.Text(_, var key, var arguments) ->
                                    texts.get(key, arguments.toArray());
                            case Wrong.Sentence(_, var sentence) -> sentence;
                        })
                .orElse(null);
    }

    private FormErrors and(Wrong more) {
        return new FormErrors(Stream.concat(wrong.stream(), Stream.of(more)).toList());
    }
}
