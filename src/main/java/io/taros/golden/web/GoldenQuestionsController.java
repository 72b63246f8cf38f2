package io.taros.golden.web;

import io.taros.bot.Bot;
import io.taros.bot.CurrentBot;
import io.taros.golden.GoldenFile;
import io.taros.golden.GoldenQuestion;
import io.taros.golden.GoldenQuestions;
import io.taros.golden.web.GoldenPage.Dialogs;
import io.taros.golden.web.GoldenPage.Open;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.TooLarge;
import io.taros.platform.web.View;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

@Controller
@RequestMapping("/test/golden-questions")
class GoldenQuestionsController {
    private final GoldenQuestions questions;
    private final GoldenPages pages;
    private final CurrentBot current;

    GoldenQuestionsController(GoldenQuestions questions, GoldenPages pages, CurrentBot current) {
        this.questions = questions;
        this.pages = pages;
        this.current = current;
    }

    /**
     * @param open a word of {@link Open}, to arrive with a dialog open
     */
    @GetMapping
    @Requires(Permission.GOLDEN_READ)
    GoldenPage page(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "") String open,
            Locale locale) {
        var dialogs =
                Arrays.stream(Open.values())
                        .filter(one -> one.name().equalsIgnoreCase(open))
                        .findFirst()
                        .map(Dialogs::open)
                        .orElse(Dialogs.NONE);
        return pages.page(current.of(bot), cursor, dialogs, locale);
    }

    @PostMapping
    @Requires(Permission.GOLDEN_WRITE)
    View add(GoldenDraft.Form form, Locale locale) {
        var bot = current.of(form.bot());
        try {
            questions.add(bot.id(), form.content());
            return list(bot.id());
        } catch (BadInput refused) {
            return pages.page(bot, null, Dialogs.add(form.again(refused)), locale);
        } catch (Conflict refused) {
            var at = form.again(refused.in("question"));
            return pages.page(bot, null, Dialogs.add(at), locale);
        }
    }

    @PostMapping("/import")
    @Requires(Permission.GOLDEN_WRITE)
    View add(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Locale locale)
            throws IOException {
        var owner = current.of(bot);
        try {
            questions.addAll(owner.id(), GoldenFile.read(GoldenFileApi.content(file)));
            return list(owner.id());
        } catch (BadInput refused) {
            return pages.page(owner, null, Dialogs.file(FormErrors.of(refused)), locale);
        } catch (TooLarge refused) {
            var errors = FormErrors.of(refused.in("file"));
            return pages.page(owner, null, Dialogs.file(errors), locale);
        }
    }

    @GetMapping("/{id}")
    @Requires(Permission.GOLDEN_WRITE)
    GoldenQuestionPage question(@PathVariable UUID id) {
        var question = questions.get(new GoldenQuestion.Id(id));
        return page(question, GoldenDraft.of(question));
    }

    @PostMapping("/{id}")
    @Requires(Permission.GOLDEN_WRITE)
    View replace(@PathVariable UUID id, GoldenDraft.Form form) {
        var question = questions.get(new GoldenQuestion.Id(id));
        try {
            questions.replace(question.id(), form.content());
            return list(question.bot());
        } catch (BadInput refused) {
            return page(question, form.again(refused));
        } catch (Conflict refused) {
            return page(question, form.again(refused.in("question")));
        }
    }

    @PostMapping("/{id}/removal")
    @Requires(Permission.GOLDEN_WRITE)
    View remove(@PathVariable UUID id) {
        var question = questions.get(new GoldenQuestion.Id(id));
        questions.remove(question.id());
        return list(question.bot());
    }

    private static GoldenQuestionPage page(GoldenQuestion question, GoldenDraft draft) {
        return new GoldenQuestionPage(
                question.id().value(), question.bot().value(), question.question(), draft);
    }

    private static Redirect list(Bot.Id bot) {
        return new Redirect("/test/golden-questions?bot=" + bot.value());
    }
}
