package io.taros.privacy;

import io.taros.platform.command.Command;
import io.taros.platform.command.Options;
import io.taros.platform.retention.Ending;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code retention}: what the rules would remove, or do remove, as if a date had come. A day begins
 * at midnight UTC: nothing goes early.
 */
@Component
class RetentionCommand implements Command {
    private static final int NOT_AS_ASKED = 2;

    private final RetentionRun run;
    private final InstantSource clock;
    private final JsonMapper json;

    RetentionCommand(RetentionRun run, InstantSource clock, JsonMapper json) {
        this.run = run;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public int run(Options options) {
        var asOf = options.find("as-of").map(RetentionCommand::moment);
        if (options.has("as-of") && asOf.flatMap(found -> found).isEmpty()) {
            System.err.println("--as-of takes a date such as 2027-02-28.");
            return NOT_AS_ASKED;
        }
        var report =
                run.run(
                        asOf.flatMap(found -> found).orElseGet(clock::instant),
                        options.has("dry-run"));
        System.out.println(options.has("json") ? json.writeValueAsString(report) : inWords(report));
        return 0;
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? Instant.parse(text)
                            : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static String inWords(RetentionReport report) {
        var words = new StringBuilder();
        report.removed().forEach(line -> words.append(inWords(line, how(line))));
        report.held().forEach(line -> words.append(inWords(line, ", held")));
        return words.append(
                        "%d rows %s as of %s."
                                .formatted(
                                        report.rows(),
                                        report.dryRun() ? "would be removed" : "removed",
                                        report.asOf()))
                .toString();
    }

    private static String how(RetentionReport.Line line) {
        return line.ending() == Ending.ANONYMISATION ? ", made anonymous" : "";
    }

    private static String inWords(RetentionReport.Line line, String how) {
        return "%s, %s older than %s%s: %s%n"
                .formatted(
                        line.organization() == null
                                ? "The installation"
                                : "Organization " + line.organization(),
                        line.rule(),
                        line.before(),
                        how,
                        line.rows());
    }
}
