package io.taros.evaluation;

import io.taros.evaluation.Classroom.Pupil;
import io.taros.platform.command.Command;
import io.taros.platform.command.Options;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The command {@code evaluate}. */
@Component
class Evaluate implements Command {
    private static final int FAILED = 1;
    private static final int NOT_AS_ASKED = 2;

    private final Classroom classroom;
    private final Exam exam;
    private final MessageSource messages;

    Evaluate(Classroom classroom, Exam exam, MessageSource messages) {
        this.messages = messages;
        this.classroom = classroom;
        this.exam = exam;
    }

    @Override
    public String name() {
        return "evaluate";
    }

    @Override
    public int run(Options options) {
        try {
            var taught = taughtRows(options);
            var questions = questions(options, taught);
            var measured = evaluate(taught, questions);
            var figures = Figures.of(measured.taught(), measured.results());
            if (figures.documents() == 0) {
                System.err.println("Nothing could be taught, so there is nothing to measure.");
                return FAILED;
            }
            System.out.println(
                    options.has("json") ? FiguresText.json(figures) : FiguresText.table(figures));
            file(options, "details").ifPresent(file -> Details.write(file, measured.results()));
            return 0;
        } catch (BadFile unusable) {
            System.err.println(unusable.getMessage());
            return NOT_AS_ASKED;
        } catch (Refusal unusable) {
            System.err.println(messages.getMessage(unusable, Locale.ENGLISH));
            return NOT_AS_ASKED;
        }
    }

    private static List<TaughtRow> taughtRows(Options options) {
        var rows = new ArrayList<TaughtRow>();
        file(options, "documents").map(EvaluationFiles::documents).ifPresent(rows::addAll);
        file(options, "faqs").map(EvaluationFiles::faqs).ifPresent(rows::addAll);
        if (rows.isEmpty()) {
            throw new BadFile(
                    "Give something to teach: --documents docs.jsonl or --faqs faqs.jsonl.");
        }
        return rows;
    }

    private static List<QuestionRow> questions(Options options, List<TaughtRow> taught) {
        var file =
                file(options, "questions")
                        .orElseThrow(() -> new BadFile("Give --questions questions.jsonl."));
        var questions = EvaluationFiles.questions(file);
        var organizations =
                taught.stream().map(TaughtRow::organization).collect(Collectors.toSet());
        for (var question : questions) {
            if (!organizations.contains(question.organization())) {
                throw new BadFile(
                        "Question %s is for organization '%s', which is taught nothing."
                                .formatted(question.id(), question.organization()));
            }
        }
        return questions;
    }

    private static Optional<Path> file(Options options, String option) {
        return options.find(option).map(Path::of);
    }

    private record Measured(Taught taught, List<Result> results) {}

    private Measured evaluate(List<TaughtRow> taught, List<QuestionRow> questions) {
        var opened = new ArrayList<OrganizationId>();
        try {
            var pupils = teach(taught, opened);
            return new Measured(total(pupils.values()), ask(pupils, questions));
        } finally {
            opened.forEach(this::throwAway);
        }
    }

    private Map<@Nullable String, Pupil> teach(
            List<TaughtRow> taught, List<OrganizationId> opened) {
        var byOrganization = new LinkedHashMap<@Nullable String, List<TaughtRow>>();
        for (var row : taught) {
            byOrganization.computeIfAbsent(row.organization(), any -> new ArrayList<>()).add(row);
        }
        var progress = new Progress(System.err, "Taught", taught.size());
        var pupils = new HashMap<@Nullable String, Pupil>();
        for (var rows : byOrganization.entrySet()) {
            var organization = classroom.open();
            opened.add(organization);
            pupils.put(rows.getKey(), classroom.teach(organization, rows.getValue(), progress));
        }
        return pupils;
    }

    private List<Result> ask(Map<@Nullable String, Pupil> pupils, List<QuestionRow> questions) {
        var progress = new Progress(System.err, "Asked", questions.size());
        var results = new ArrayList<Result>();
        for (var question : questions) {
            var pupil = pupils.get(question.organization());
            if (pupil != null) {
                results.add(
                        Tenancy.callAs(
                                pupil.organization(),
                                () -> exam.ask(pupil.bot(), question, pupil.rows())));
            }
            progress.advance();
        }
        return results;
    }

    private static Taught total(Iterable<Pupil> pupils) {
        var total = new Taught(0, 0, 0);
        for (var pupil : pupils) {
            total = total.plus(pupil.taught());
        }
        return total;
    }

    /** The audit trail keeps its entries: that it cannot be cut is its purpose. */
    private void throwAway(OrganizationId organization) {
        var left = new ArrayList<>(classroom.close(organization));
        left.removeIf(table -> table.startsWith("audit"));
        if (!left.isEmpty()) {
            System.err.println("Rows of the throw-away organization are left in " + left);
        }
    }
}
