package io.taros.home.web;

import io.taros.bot.Bots;
import io.taros.home.web.Learning.Stage;
import io.taros.knowledge.Failures;
import io.taros.knowledge.Paces;
import io.taros.knowledge.Sentence;
import io.taros.knowledge.Source;
import io.taros.knowledge.Sources;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Watching the first source being read. */
@Controller
@RequestMapping("/home/learning/{id}")
class LearningController {
    private final Sources sources;
    private final Failures failures;
    private final Paces paces;
    private final Bots bots;
    private final Sentence sentence;

    LearningController(
            Sources sources, Failures failures, Paces paces, Bots bots, Sentence sentence) {
        this.sources = sources;
        this.failures = failures;
        this.paces = paces;
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
        var problem = source.problem();
        return new Learning(
                id,
                source.kind(),
                source.shownTitle(),
                stageOf(source),
                source.progress(),
                paces.of(source),
                problem == null ? null : sentence.of(problem, locale),
                bots.get(source.bot()).widget().suggestedQuestions(),
                failures.of(source.id(), locale));
    }

    @PostMapping("/stop")
    @Requires(Permission.KNOWLEDGE_WRITE)
    View stop(@PathVariable UUID id) {
        sources.stop(new Source.Id(id));
        return new Redirect("/home/learning/" + id);
    }

    private static Stage stageOf(Source source) {
        return switch (source.status()) {
            case QUEUED -> Stage.WAITING;
            case FETCHING -> Stage.WORKING;
            case READING -> source.isBeingPrepared() ? Stage.PREPARING : Stage.WORKING;
            case READY -> Stage.READY;
            case FAILED -> Stage.FAILED;
        };
    }
}
