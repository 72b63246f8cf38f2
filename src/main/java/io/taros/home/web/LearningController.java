package io.taros.home.web;

import io.taros.bot.Bots;
import io.taros.home.web.Learning.Failed;
import io.taros.home.web.Learning.Stage;
import io.taros.knowledge.Documents;
import io.taros.knowledge.Sentence;
import io.taros.knowledge.Source;
import io.taros.knowledge.Sources;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Watching the first source being read. */
@Controller
@RequestMapping("/home/learning/{id}")
class LearningController {
    private static final int SHOWN_FAILURES = 20;

    private final Sources sources;
    private final Documents documents;
    private final Bots bots;
    private final Sentence sentence;

    LearningController(Sources sources, Documents documents, Bots bots, Sentence sentence) {
        this.sources = sources;
        this.documents = documents;
        this.bots = bots;
        this.sentence = sentence;
    }

    @GetMapping
    @Requires(Permission.KNOWLEDGE_READ)
    LearningPage page(@PathVariable UUID id, Locale locale) {
        return new LearningPage(progress(id, locale));
    }

    @GetMapping("/progress")
    @Requires(Permission.KNOWLEDGE_READ)
    Learning progress(@PathVariable UUID id, Locale locale) {
        var source = sources.get(new Source.Id(id));
        var progress = source.progress();
        var problem = source.problem();
        return new Learning(
                id,
                source.url() == null ? source.title() : source.url(),
                stageOf(source.status()),
                new Learning.Counts(
                        progress.found(), progress.read(), progress.failed(), progress.passages()),
                problem == null ? null : sentence.of(problem, locale),
                bots.get(source.bot()).widget().suggestedQuestions(),
                failed(source, locale));
    }

    private Failed failed(Source source, Locale locale) {
        if (source.progress().failed() == 0) {
            return Failed.NONE;
        }
        List<Failed.Page> pages =
                documents.failed(source.id(), SHOWN_FAILURES).stream()
                        .map(document ->
                                new Failed.Page(
                                        document.url() == null ? document.title() : document.url(),
                                        document.problem() == null
                                                ? ""
                                                : sentence.of(document.problem(), locale)))
                        .toList();
        return new Failed(pages);
    }

    private static Stage stageOf(Source.Status status) {
        return switch (status) {
            case QUEUED -> Stage.WAITING;
            case FETCHING, READING -> Stage.WORKING;
            case READY -> Stage.READY;
            case FAILED -> Stage.FAILED;
        };
    }
}
