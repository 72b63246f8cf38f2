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
import java.util.stream.Stream;
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
    private final Report report;
    private final MessageSource messages;

    Evaluate(Classroom classroom, Exam exam, Report report, MessageSource messages) {
        this.classroom = classroom;
        this.exam = exam;
        this.report = report;
        this.messages = messages;
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
            var details = output(options, "details", "results.jsonl or results.csv");
            var page = output(options, "report", "report.html");
            var measured = evaluate(taught, questions, Progress.Manner.of(options));
            var figures = Figures.of(measured.taught(), measured.results());
            if (figures.documents() == 0) {
                System.err.println("Nothing could be taught, so there is nothing to measure.");
                return FAILED;
            }
            System.out.println(
                    options.has("json") ? FiguresText.json(figures) : FiguresText.table(figures));
            details.ifPresent(file -> Details.write(file, measured.results()));
            page.ifPresent(file -> report.write(file, inputs(options), measured));
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

    private static List<Path> inputs(Options options) {
        return Stream.of("documents", "faqs", "questions")
                .flatMap(option -> file(options, option).stream())
                .toList();
    }

    /** A file to be written, known to be possible before the work begins. */
    private static Optional<Path> output(Options options, String option, String example) {
        var file = file(options, option);
        if (file.isEmpty() && options.has(option)) {
            throw new BadFile("Name the file: --%s %s.".formatted(option, example));
        }
        file.ifPresent(OutputFile::checkWritable);
        return file;
    }

    private Measured evaluate(
            List<TaughtRow> taught, List<QuestionRow> questions, Progress.Manner manner) {
        var opened = new ArrayList<OrganizationId>();
        try {
            var pupils = teach(taught, opened, progress(manner, "Taught", taught.size()));
            var asked = ask(pupils, questions, progress(manner, "Asked", questions.size()));
            return new Measured(total(pupils.values()), asked, Titles.of(taught));
        } finally {
            opened.forEach(classroom::close);
        }
    }

    private static Progress progress(Progress.Manner manner, String doing, int total) {
        return new Progress(System.err, manner, doing, total, System::nanoTime);
    }

    private Map<@Nullable String, Pupil> teach(
            List<TaughtRow> taught, List<OrganizationId> opened, Progress progress) {
        var byOrganization = new LinkedHashMap<@Nullable String, List<TaughtRow>>();
        for (var row : taught) {
            byOrganization.computeIfAbsent(row.organization(), any -> new ArrayList<>()).add(row);
        }
        var pupils = new HashMap<@Nullable String, Pupil>();
        for (var rows : byOrganization.entrySet()) {
            var organization = classroom.open();
            opened.add(organization);
            pupils.put(rows.getKey(), classroom.teach(organization, rows.getValue(), progress));
        }
        return pupils;
    }

    private List<Result> ask(
            Map<@Nullable String, Pupil> pupils, List<QuestionRow> questions, Progress progress) {
        var results = new ArrayList<Result>();
        for (var question : questions) {
            var pupil = pupils.get(question.organization());
            if (pupil != null) {
                results.add(
                        Tenancy.callAs(
                                pupil.organization(),
                                () -> exam.ask(pupil.bot(), question, pupil.rows())));
            }
            progress.advance(1);
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
}
