package io.taros.evaluation;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.taros.evaluation.report.ReportPage;
import io.taros.search.Embedder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Writes a measurement as one HTML file that asks nothing of any other place. */
@Component
class Report {
    /** The dashboard's own colours, then what is the report's. */
    private static final List<String> STYLES =
            List.of(
                    "static/css/base/tokens.css",
                    "static/css/component/plot.css",
                    "io/taros/evaluation/report/report.css");

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.UK)
                    .withZone(ZoneOffset.UTC);

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.taros.jte");
    private final InstantSource clock;
    private final Embedder embedder;

    Report(InstantSource clock, Embedder embedder) {
        this.clock = clock;
        this.embedder = embedder;
    }

    void write(Path file, List<Path> measuredFiles, Measured measured) {
        var head =
                new ReportPage.Head(
                        measuredFiles.stream()
                                .map(each -> String.valueOf(each.getFileName()))
                                .collect(Collectors.joining(", ")),
                        WHEN.format(clock.instant()),
                        embedder.model(),
                        STYLES.stream().map(Report::read).collect(Collectors.joining()));
        var output = new StringOutput();
        templates.render("evaluation/report.jte", ReportPages.of(head, measured), output);
        OutputFile.write(file, output.toString());
    }

    private static String read(String style) {
        try {
            return new ClassPathResource(style).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
