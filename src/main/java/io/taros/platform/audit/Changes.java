package io.taros.platform.audit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what changed without telling into what: a setting's value may be a customer's words. */
public final class Changes {
    private Changes() {}

    /**
     * The names of the components in which two records of one type differ, as detail of an entry.
     */
    public static <T extends Record> Map<String, String> between(T before, T after) {
        var names =
                Arrays.stream(before.getClass().getRecordComponents())
                        .filter(part -> !Objects.equals(value(part, before), value(part, after)))
                        .map(RecordComponent::getName)
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? Map.of() : Map.of("changed", names);
    }

    private static @Nullable Object value(RecordComponent part, Record record) {
        try {
            return part.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
