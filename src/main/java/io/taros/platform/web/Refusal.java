package io.taros.platform.web;

import java.util.Arrays;
import java.util.List;
import org.springframework.context.MessageSourceResolvable;

/**
 * Why something is not done, as a text of the bundles: whoever answers says it in the reader's
 * language.
 */
public abstract sealed class Refusal extends RuntimeException implements MessageSourceResolvable
        permits BadInput, Conflict, TooLarge, Unserved {
    private final String key;
    private final List<Object> arguments;

    Refusal(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = Arrays.asList(arguments);
    }

    /** The same about one field of what was sent. */
    public final BadInput in(String field) {
        return new BadInput(field, key, arguments.toArray());
    }

    @Override
    public final String[] getCodes() {
        return new String[] {key};
    }

    @Override
    public final Object[] getArguments() {
        return arguments.toArray();
    }
}
