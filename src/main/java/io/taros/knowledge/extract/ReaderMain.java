package io.taros.knowledge.extract;

import io.taros.platform.isolation.IsolatedLoop;
import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;

/** The process that reads. */
final class ReaderMain {
    private ReaderMain() {}

    public static void main(String[] arguments) throws IOException {
        var json = new JsonMapper();
        IsolatedLoop.serve(task -> json.writeValueAsBytes(answer(ReaderTask.from(task))));
    }

    private static ReaderReply answer(ReaderTask task) {
        try {
            return switch (task.kind()) {
                case FILE -> ReaderReply.of(TextExtractor.extract(task.content(), task.name()));
                case PAGE ->
                        ReaderReply.of(
                                WebContent.read(task.content(), task.contentType(), task.name()));
                case SITE_MAP -> ReaderReply.of(SiteMapReader.read(task.content(), task.name()));
            };
        } catch (RuntimeException | StackOverflowError broken) {
            return ReaderReply.problem(ReadProblem.TOO_COMPLEX);
        }
    }
}
