package io.taros.platform.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** What is wrong with a form that is shown again, by field. */
public record FormErrors(List<Wrong> wrong) {
    public static final FormErrors NONE = new FormErrors(List.of());

    /** A text of the bundles. */
    public record Wrong(String field, MessageSourceResolvable text) {}

    public FormErrors {
        wrong = List.copyOf(wrong);
    }

    public static FormErrors of(BadInput refusal) {
        return NONE.and(new Wrong(refusal.field(), refusal));
    }

    public FormErrors text(String field, String key, Object... arguments) {
        return and(
                new Wrong(
                        field, new DefaultMessageSourceResolvable(new String[] {key}, arguments)));
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
                .map(one -> texts.get(one.text()))
                .orElse(null);
    }

    private FormErrors and(Wrong more) {
        return new FormErrors(Stream.concat(wrong.stream(), Stream.of(more)).toList());
    }
}
