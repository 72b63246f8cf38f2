package io.taros.platform.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says what is wrong with a request that could not even be handed to the code that takes it. */
@Component
@ConditionalOnWebApplication
class Misfits {
    private static final Misfit NOWHERE =
            new Misfit(Problem.NOT_FOUND, Problem.NOT_FOUND.title(), null);

    private final MessageSource messages;
    private final MultipartProperties uploads;

    Misfits(MessageSource messages, MultipartProperties uploads) {
        this.messages = messages;
        this.uploads = uploads;
    }

    Misfit of(Refusal refusal) {
        var sentence = messages.getMessage(refusal, LocaleContextHolder.getLocale());
        return switch (refusal) {
            case BadInput input -> new Misfit(Problem.INVALID, sentence, input.field());
            case Conflict _ -> new Misfit(Problem.CONFLICT, sentence, null);
            case TooLarge _ -> new Misfit(Problem.TOO_LARGE, sentence, null);
            case Unserved refused -> new Misfit(refused.problem(), sentence, null);
        };
    }

    /** Empty when the failure is none of the caller's. */
    Optional<Misfit> in(Exception failure) {
        return switch (failure) {
            case HttpMessageNotReadableException e -> Optional.of(body(e));
            case MissingPathVariableException _ -> Optional.of(NOWHERE);
            case TypeMismatchException e -> Optional.of(parameter(e));
            case MethodArgumentNotValidException e -> Optional.of(form(e));
            case MissingServletRequestParameterException e ->
                    Optional.of(missing("platform.refused.missing", e.getParameterName()));
            case MissingServletRequestPartException e ->
                    Optional.of(missing("platform.refused.part", e.getRequestPartName()));
            case MaxUploadSizeExceededException _ -> Optional.of(tooLargeUpload());
            case MultipartException _ -> Optional.of(unreadable(say("platform.refused.upload")));
            case HttpRequestMethodNotSupportedException e -> Optional.of(method(e));
            case HttpMediaTypeNotSupportedException e -> Optional.of(mediaType(e));
            default -> Optional.empty();
        };
    }

    private Misfit body(HttpMessageNotReadableException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TooLarge refusal) {
                return of(refusal);
            }
        }
        return switch (failure.getCause()) {
            case StreamConstraintsException _ -> unreadable(say("platform.refused.json-deep"));
            case StreamReadException broken -> {
                var place = broken.getLocation();
                yield unreadable(
                        say("platform.refused.json", place.getLineNr(), place.getColumnNr()));
            }
            case MismatchedInputException misplaced when !misplaced.getPath().isEmpty() ->
                    field(misplaced);
            case null, default -> unreadable(say("platform.refused.json-object"));
        };
    }

    /** Parts of an address name something, so one that cannot be read names nothing. */
    private Misfit parameter(TypeMismatchException failure) {
        if (!(failure instanceof MethodArgumentTypeMismatchException argument)
                || argument.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return NOWHERE;
        }
        var isNumber =
                failure.getRequiredType() != null
                        && Number.class.isAssignableFrom(failure.getRequiredType());
        var key = isNumber ? "platform.refused.number" : "platform.refused.as-given";
        return new Misfit(Problem.INVALID, say(key, argument.getName()), argument.getName());
    }

    /** What Spring says of a value it cannot convert is for programmers. */
    private Misfit form(MethodArgumentNotValidException failure) {
        var sentence =
                failure.getFieldErrors().stream()
                        .map(error ->
                                error.isBindingFailure()
                                        ? say("platform.refused.as-given", error.getField())
                                        : error.getField() + " " + error.getDefaultMessage() + ".")
                        .collect(Collectors.joining(" "));
        var field = failure.getFieldError();
        return new Misfit(Problem.INVALID, sentence, field == null ? null : field.getField());
    }

    private Misfit missing(String key, String name) {
        return new Misfit(Problem.INVALID, say(key, name), name);
    }

    private Misfit method(HttpRequestMethodNotSupportedException failure) {
        var taken = failure.getSupportedHttpMethods();
        return new Misfit(
                Problem.METHOD,
                taken == null
                        ? Problem.METHOD.title()
                        : say("platform.refused.method", listed(taken), failure.getMethod()),
                null);
    }

    private Misfit mediaType(HttpMediaTypeNotSupportedException failure) {
        var taken =
                failure.getSupportedMediaTypes().stream().filter(MediaType::isConcrete).toList();
        return new Misfit(
                Problem.MEDIA_TYPE,
                taken.isEmpty()
                        ? Problem.MEDIA_TYPE.title()
                        : say("platform.refused.media-type", listed(taken)),
                null);
    }

    private static String listed(Collection<?> names) {
        return names.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    Misfit tooLargeUpload() {
        return new Misfit(
                Problem.TOO_LARGE,
                say(
                        "platform.refused.upload-large",
                        uploads.getMaxFileSize().toMegabytes(),
                        uploads.getMaxRequestSize().toMegabytes()),
                null);
    }

    private Misfit field(MismatchedInputException misplaced) {
        var path = path(misplaced.getPath());
        if (misplaced instanceof InvalidNullException) {
            return new Misfit(Problem.INVALID, say("platform.refused.json-hole", path), path);
        }
        var kind = say("platform.refused.kind." + Kind.of(misplaced.getTargetType()).name());
        return new Misfit(Problem.INVALID, say("platform.refused.json-field", path, kind), path);
    }

    /** As it would be written in code: {@code history[2].text}. */
    private static String path(List<JacksonException.Reference> path) {
        var text =
                path.stream()
                        .map(step ->
                                step.getPropertyName() == null
                                        ? "[" + step.getIndex() + "]"
                                        : "." + step.getPropertyName())
                        .collect(Collectors.joining());
        return text.startsWith(".") ? text.substring(1) : text;
    }

    private enum Kind {
        TEXT,
        NUMBER,
        YES_OR_NO,
        LIST,
        ID,
        OBJECT;

        static Kind of(@Nullable Class<?> type) {
            if (type == null || Map.class.isAssignableFrom(type)) {
                return OBJECT;
            }
            if (Number.class.isAssignableFrom(type)) {
                return NUMBER;
            }
            if (Collection.class.isAssignableFrom(type)) {
                return LIST;
            }
            if (type == Boolean.class) {
                return YES_OR_NO;
            }
            if (type == UUID.class) {
                return ID;
            }
            return type == String.class ? TEXT : OBJECT;
        }
    }

    private Misfit unreadable(String sentence) {
        return new Misfit(Problem.BAD_REQUEST, sentence, null);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
