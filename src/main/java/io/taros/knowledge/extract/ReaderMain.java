package io.taros.knowledge.extract;

import io.taros.platform.isolation.IsolatedLoop;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The process that reads. */
final class ReaderMain {
    private static final JsonMapper JSON = new JsonMapper();

    private ReaderMain() {}

    public static void main(String[] arguments) throws IOException {
        IsolatedLoop.serve(task -> answer(ReaderTask.from(task)));
    }

    private static byte[] answer(ReaderTask task) {
        try {
            return switch (task.kind()) {
                case FILE ->
                        json(ReaderReply.of(TextExtractor.extract(task.content(), task.name())));
                case PAGE ->
                        json(
                                ReaderReply.of(
                                        WebContent.read(
                                                task.content(), task.detail(), task.name())));
                case SITE_MAP ->
                        json(ReaderReply.of(SiteMapReader.read(task.content(), task.name())));
                // As it is: packed into JSON a large one would be too long an answer.
                case UNLOCK -> PdfLock.open(task.content(), detail(task));
                case RECOGNIZE ->
                        json(
                                ScanReader.read(
                                        task.content(),
                                        task.name(),
                                        JSON.readValue(detail(task), Recognition.class)));
                case ROWS -> json(ReaderReply.of(RowReader.read(task.content())));
                case LOOK -> json(OriginalReader.look(task.content(), task.name()));
                case DRAW ->
                        OriginalReader.draw(
                                task.content(), task.name(), Integer.parseInt(detail(task)));
            };
        } catch (IOException damaged) {
            return json(ReaderReply.problem(ReadProblem.PDF_DAMAGED));
        } catch (RuntimeException | StackOverflowError broken) {
            return json(ReaderReply.problem(ReadProblem.TOO_COMPLEX));
        }
    }

    private static String detail(ReaderTask task) {
        @Nullable String detail = task.detail();
        return detail == null ? "" : detail;
    }

    private static byte[] json(ReaderReply reply) {
        return JSON.writeValueAsBytes(reply);
    }
}
