package io.taros.knowledge.extract;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Reads any file a source may be, within a time limit: a file that does not end is a file that
 * cannot be read.
 */
public final class TextExtractor {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * Deeply nested files recurse; the reader's own thread has room for that and dies alone if not.
     */
    private static final long STACK = 4L << 20;

    private TextExtractor() {}

    /**
     * @param name the file's name without its extension becomes the title where the file has none
     */
    public static Extracted extract(byte[] content, String name) {
        if (content.length == 0) {
            return new Extracted.Unreadable(ReadProblem.EMPTY);
        }
        String title = name.replaceFirst("\\.[A-Za-z0-9]{1,8}$", "");
        return switch (FileKind.of(content, name)) {
            case PDF -> bounded(() -> PdfReader.read(content, title), ReadProblem.PDF_DAMAGED);
            case DOCX -> bounded(() -> DocxReader.read(content, title), ReadProblem.DOCX_DAMAGED);
            case HTML -> bounded(() -> html(content, title), ReadProblem.TOO_COMPLEX);
            case MARKDOWN ->
                    bounded(
                            () ->
                                    readable(
                                            MarkdownReader.read(
                                                    Charsets.decode(content, null, false), title)),
                            ReadProblem.TOO_COMPLEX);
            case TEXT ->
                    readable(
                            new Extracted.Text(
                                    title,
                                    PlainText.of(Charsets.decode(content, null, false)),
                                    null));
            case OLD_OFFICE -> new Extracted.Unreadable(ReadProblem.OLD_OFFICE);
            case ARCHIVE -> new Extracted.Unreadable(ReadProblem.ARCHIVE);
            case UNKNOWN -> new Extracted.Unreadable(ReadProblem.KIND_UNKNOWN);
        };
    }

    private static Extracted html(byte[] content, String title) {
        HtmlPage page = HtmlReader.read(content, null, "");
        return readable(
                new Extracted.Text(
                        page.title().isEmpty() ? title : page.title(),
                        page.text(),
                        page.language()));
    }

    private static Extracted readable(Extracted.Text text) {
        return text.text().isBlank() ? new Extracted.Unreadable(ReadProblem.EMPTY) : text;
    }

    private static Extracted bounded(Supplier<Extracted> reading, ReadProblem otherwise) {
        var task = new FutureTask<>(reading::get);
        Thread reader = new Thread(null, task, "read-file", STACK);
        reader.setDaemon(true);
        reader.start();
        try {
            return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            task.cancel(true);
            return new Extracted.Unreadable(ReadProblem.TOO_SLOW);
        } catch (ExecutionException broken) {
            return new Extracted.Unreadable(
                    broken.getCause() instanceof OutOfMemoryError
                            ? ReadProblem.TOO_COMPLEX
                            : otherwise);
        } catch (InterruptedException stopped) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return new Extracted.Unreadable(ReadProblem.TOO_SLOW);
        }
    }
}
