package io.taros.platform.command;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * Names the setting that cannot be read and what it should be. Never its value: it may be a secret.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class MalformedSettingAnalyzer extends AbstractFailureAnalyzer<BindException> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, BindException unreadable) {
        var invalid = invalid(unreadable);
        return new FailureAnalysis(
                invalid == null ? sentence(unreadable) : sentence(invalid), null, unreadable);
    }

    private static String sentence(BindException unreadable) {
        var type = unreadable.getTarget().getType().resolve(Object.class).getSimpleName();
        return "The setting %s cannot be read as %s."
                .formatted(unreadable.getName(), type.toLowerCase(Locale.ROOT));
    }

    private static String sentence(BindValidationException invalid) {
        return invalid.getValidationErrors().getAllErrors().stream()
                .map(error ->
                        "The setting %s.%s %s."
                                .formatted(
                                        invalid.getValidationErrors().getName(),
                                        fieldOf(error),
                                        error.getDefaultMessage()))
                .collect(Collectors.joining(" "));
    }

    private static String fieldOf(ObjectError error) {
        return error instanceof FieldError field
                ? field.getField().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT)
                : error.getObjectName();
    }

    private static @Nullable BindValidationException invalid(BindException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindValidationException found) {
                return found;
            }
        }
        return null;
    }
}
