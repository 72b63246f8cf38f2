package io.taros.answering.web;

import io.taros.answering.AnswerSink;
import io.taros.answering.Question;
import io.taros.answering.Turn;
import io.taros.bot.Bot;
import io.taros.bot.CurrentBot;
import io.taros.bot.Writers;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import io.taros.platform.web.ViewRenderer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Test: nothing asked here is stored or counted as a conversation. */
@Controller
@RequestMapping("/test")
class PlaygroundController {
    private static final int MAX_HISTORY = 12;

    /**
     * @param suggestion a question clicked instead of typed
     * @param earlier what was said before, visitor and bot in turn
     */
    record Form(
            @Nullable UUID bot,
            @Nullable String question,
            @Nullable String suggestion,
            @Nullable List<String> earlier) {
        String asked() {
            var text = suggestion == null || suggestion.isBlank() ? question : suggestion;
            return text == null ? "" : text.strip();
        }

        List<Turn> history() {
            var turns = new ArrayList<Turn>();
            for (var text : earlier == null ? List.<String>of() : earlier) {
                var speaker = turns.size() % 2 == 0 ? Turn.Speaker.VISITOR : Turn.Speaker.BOT;
                turns.add(new Turn(speaker, text));
            }
            return turns.subList(Math.max(0, turns.size() - MAX_HISTORY), turns.size());
        }

        Question question(Bot bot) {
            return new Question(bot, asked(), history(), null);
        }

        FormErrors errors() {
            var length = asked().length();
            return length > Question.MAX_LENGTH
                    ? FormErrors.NONE.text(
                            "question", "answering.question.too-long", Question.MAX_LENGTH)
                    : FormErrors.NONE.required("question", asked());
        }
    }

    private final Trial trial;
    private final CurrentBot current;
    private final Writers writers;
    private final Explanations explanations;
    private final ViewRenderer renderer;

    PlaygroundController(
            Trial trial,
            CurrentBot current,
            Writers writers,
            Explanations explanations,
            ViewRenderer renderer) {
        this.trial = trial;
        this.current = current;
        this.writers = writers;
        this.explanations = explanations;
        this.renderer = renderer;
    }

    @GetMapping
    @Requires(Permission.ANSWER)
    PlaygroundPage page(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(defaultValue = "") String question) {
        return page(current.of(bot), question, List.of(), null, FormErrors.NONE);
    }

    @PostMapping
    @Requires(Permission.ANSWER)
    View ask(Form form, Locale locale) {
        var bot = current.of(form.bot());
        var errors = form.errors();
        if (!errors.isEmpty()) {
            return page(bot, form.asked(), form.history(), null, errors);
        }
        var answer = trial.ask(form.question(bot), AnswerSink.NONE);
        var history = new ArrayList<>(form.history());
        history.add(new Turn(Turn.Speaker.VISITOR, form.asked()));
        history.add(new Turn(Turn.Speaker.BOT, answer.text()));
        return page(bot, "", history, explanations.of(answer, locale), FormErrors.NONE);
    }

    /** The same for pages with scripts: the words as they come, and at the end why. */
    @PostMapping("/stream")
    @Requires(Permission.ANSWER)
    void stream(Form form, Locale locale, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!form.errors().isEmpty()) {
            response.setStatus(422);
            return;
        }
        var bot = current.of(form.bot());
        var stream = PlaygroundStream.open(response);
        var answer = trial.ask(form.question(bot), stream);
        stream.send("why", renderer.html(explanations.of(answer, locale), request));
    }

    private PlaygroundPage page(
            Bot bot,
            String question,
            List<Turn> history,
            @Nullable WhyThisAnswer why,
            FormErrors errors) {
        return new PlaygroundPage(
                current.pick(bot),
                question,
                history,
                bot.widget().suggestedQuestions(),
                writers.find(bot.provider(), bot.model()).map(Writers.Writer::host).orElse(null),
                why,
                errors);
    }
}
