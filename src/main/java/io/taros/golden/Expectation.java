package io.taros.golden;

import io.taros.answering.Answer.Outcome;
import io.taros.platform.web.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an answer is graded by.
 *
 * @param required each must occur in the answer
 * @param forbidden none may
 * @param source the address or title of one that must be cited
 */
public record Expectation(
        Kind kind, List<String> required, List<String> forbidden, @Nullable String source) {
    public static final int MAX_FACTS = 20;
    public static final int MAX_FACT = 200;
    public static final int MAX_SOURCE = 1_000;

    /** Whether there must be an answer at all. */
    public enum Kind {
        ANSWER,
        NO_ANSWER;

        /** As it is written in requests and files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Nothing said means that an answer is expected; empty where it is no word we know. */
        public static Optional<Kind> of(@Nullable String word) {
            var plain = word == null ? "" : Facts.plain(word).replaceAll("[ -]", "_");
            return switch (plain) {
                case "", "answer", "must_answer" -> Optional.of(ANSWER);
                case "no_answer", "must_not_answer" -> Optional.of(NO_ANSWER);
                default -> Optional.empty();
            };
        }
    }

    public Expectation {
        required = cleaned("required", required);
        forbidden = cleaned("forbidden", forbidden);
        source = source == null || source.isBlank() ? null : source.strip();
        if (source != null && source.length() > MAX_SOURCE) {
            throw new BadInput("source", "golden.input.source-long", MAX_SOURCE);
        }
        if (kind == Kind.NO_ANSWER
                && !(required.isEmpty() && forbidden.isEmpty() && source == null)) {
            throw new BadInput("expectation", "golden.input.no-answer");
        }
        var contradiction = contradiction(required, forbidden);
        if (contradiction.isPresent()) {
            throw new BadInput("forbidden", "golden.input.contradiction", contradiction.get());
        }
    }

    /** From words as they come in a form, a file or a request. */
    public static Expectation of(
            @Nullable String kind,
            List<String> required,
            List<String> forbidden,
            @Nullable String source) {
        var known =
                Kind.of(kind)
                        .orElseThrow(() -> new BadInput("expectation", "golden.input.expectation"));
        return new Expectation(known, required, forbidden, source);
    }

    /** Why the answer is not what was expected; nothing if it is. */
    List<Failure> failures(GivenAnswer answer) {
        return switch (kind) {
            case NO_ANSWER ->
                    answer.outcome() == Outcome.ANSWERED
                            ? List.of(Failure.of(Failure.Kind.ANSWERED))
                            : List.of();
            case ANSWER ->
                    switch (answer.outcome()) {
                        case ANSWERED -> wrong(answer.text(), answer.sources());
                        case UNANSWERED -> List.of(Failure.of(Failure.Kind.UNANSWERED));
                        case HANDOVER -> List.of(Failure.of(Failure.Kind.HANDOVER));
                    };
        };
    }

    /**
     * Whether an answer would be right, whatever became of it; empty where nothing that is expected
     * tells.
     */
    Optional<Boolean> isRight(String text, List<GivenAnswer.Source> sources) {
        return switch (kind) {
            case NO_ANSWER -> Optional.of(false);
            case ANSWER ->
                    required.isEmpty() && source == null
                            ? Optional.empty()
                            : Optional.of(wrong(text, sources).isEmpty());
        };
    }

    private List<Failure> wrong(String text, List<GivenAnswer.Source> sources) {
        var failures = new ArrayList<Failure>();
        var said = Facts.said(text);
        required.stream()
                .filter(fact -> !Facts.occurs(fact, said))
                .forEach(fact -> failures.add(new Failure(Failure.Kind.MISSING, fact)));
        forbidden.stream()
                .filter(fact -> Facts.occurs(fact, said))
                .forEach(fact -> failures.add(new Failure(Failure.Kind.FORBIDDEN, fact)));
        var wanted = source;
        if (wanted != null && sources.stream().noneMatch(cited -> Facts.names(wanted, cited))) {
            failures.add(new Failure(Failure.Kind.NOT_CITED, wanted));
        }
        return failures;
    }

    /** Said in one breath with what must not be said, no answer could ever pass. */
    private static Optional<String> contradiction(List<String> required, List<String> forbidden) {
        return forbidden.stream()
                .filter(fact -> required.stream().anyMatch(must -> Facts.occurs(fact, must)))
                .findFirst();
    }

    private static List<String> cleaned(String field, List<String> facts) {
        var clean =
                facts.stream()
                        .map(String::strip)
                        .filter(fact -> !fact.isEmpty())
                        .distinct()
                        .toList();
        if (clean.size() > MAX_FACTS) {
            throw new BadInput(field, "golden.input.facts", MAX_FACTS);
        }
        if (clean.stream().anyMatch(fact -> fact.length() > MAX_FACT)) {
            throw new BadInput(field, "golden.input.fact-long", MAX_FACT);
        }
        return clean;
    }
}
