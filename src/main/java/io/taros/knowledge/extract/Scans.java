package io.taros.knowledge.extract;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Has the letters of scans recognized, page by page, where a program for it is installed. */
@Component
@EnableConfigurationProperties(OcrSettings.class)
public class Scans {
    private final Readers readers;
    private final OcrSettings settings;

    Scans(Readers readers, OcrSettings settings) {
        this.readers = readers;
        this.settings = settings;
    }

    /**
     * @param content asked for again for every page
     */
    public Extracted read(Supplier<byte[]> content, String name) throws InterruptedException {
        var program = settings.program();
        if (program.isEmpty()) {
            return new Extracted.Unreadable(ReadProblem.PDF_SCANNED);
        }
        var command = program.get().toString();
        var text = new StringBuilder();
        Optional<Extracted.Text> first = Optional.empty();
        var pages = 1;
        for (var page = 0; page < pages; page++) {
            var how = new Recognition(command, settings.languages(), page);
            var reply = readers.recognize(content, name, how);
            pages = page == 0 ? reply.pages() : pages;
            if (pages > settings.maxPages()) {
                return new Extracted.Unreadable(ReadProblem.SCAN_TOO_LONG);
            }
            switch (reply.extracted()) {
                case Extracted.Text read -> {
                    first = first.or(() -> Optional.of(read));
                    text.append(text.isEmpty() || read.text().isEmpty() ? "" : "\n\n")
                            .append(read.text());
                }
                case Extracted.Unreadable unreadable -> {
                    return unreadable;
                }
            }
        }
        return text.isEmpty()
                ? new Extracted.Unreadable(ReadProblem.SCAN_EMPTY)
                : new Extracted.Text(
                        first.map(Extracted.Text::title).orElse(name), text.toString(), null);
    }
}
