package io.taros.improve.web;

import io.taros.bot.CurrentBot;
import io.taros.conversation.Message;
import io.taros.conversation.SourceQuotes;
import io.taros.improve.Improving;
import io.taros.improve.Improving.Better;
import io.taros.improve.UnansweredQuestion;
import io.taros.improve.UnansweredQuestions;
import io.taros.improve.web.UnansweredPage.Notice;
import io.taros.knowledge.Confirmation;
import io.taros.knowledge.Source;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Limit;
import io.taros.platform.web.MarkedText;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.TooLarge;
import io.taros.platform.web.View;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/knowledge/unanswered")
class UnansweredController {
    record Form(
            @Nullable String question,
            @Nullable String wordings,
            @Nullable String answer,
            @Nullable Boolean rights) {
        private FormErrors missing() {
            var errors = FormErrors.NONE.required("question", question).required("answer", answer);
            return Boolean.TRUE.equals(rights)
                    ? errors
                    : errors.text("rights", "knowledge.rights.needed");
        }

        private Better better() {
            return new Better(
                    text(question),
                    text(wordings).lines().map(String::strip).filter(w -> !w.isEmpty()).toList(),
                    text(answer));
        }

        private ImprovePage.Draft again(FormErrors errors) {
            return new ImprovePage.Draft(text(question), text(wordings), text(answer), errors);
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    private static final int TOP = 10;
    private static final int FEWEST = 5;

    private final UnansweredQuestions unanswered;
    private final Improving improving;
    private final CurrentBot current;
    private final RateLimits limits;
    private final ForeignLanguages foreign;

    UnansweredController(
            UnansweredQuestions unanswered,
            Improving improving,
            CurrentBot current,
            RateLimits limits,
            ForeignLanguages foreign) {
        this.foreign = foreign;
        this.unanswered = unanswered;
        this.improving = improving;
        this.current = current;
        this.limits = limits;
    }

    @GetMapping
    @Requires(Permission.CONVERSATION_READ)
    UnansweredPage list(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(defaultValue = "NONE") Notice notice) {
        var shown = current.of(bot);
        return new UnansweredPage(
                current.pick(shown),
                foreign.of(shown.id()),
                unanswered.list(shown.id()).stream().map(UnansweredController::row).toList(),
                notice);
    }

    /** Those of many: what few ask is no question of the day, and might tell of them. */
    @GetMapping("/top")
    @Requires(Permission.CONVERSATION_READ)
    TopQuestionsView top(@RequestParam UUID bot) {
        var shown = current.of(bot);
        return new TopQuestionsView(
                shown.id().value(),
                unanswered.list(shown.id()).stream()
                        .filter(one -> one.conversations() >= FEWEST)
                        .sorted(
                                Comparator.comparingInt(UnansweredQuestion::conversations)
                                        .reversed())
                        .limit(TOP)
                        .map(one -> new TopQuestionsView.Row(one.text(), one.conversations()))
                        .toList());
    }

    @GetMapping("/{question}")
    @Requires(Permission.ANSWER_IMPROVE)
    ImprovePage improve(@PathVariable UUID question) {
        var occasion = improving.occasion(new Message.Id(question));
        var reply = occasion.reply();
        var said =
                reply == null || reply.outcome() != Message.Outcome.ANSWERED
                        ? ""
                        : MarkedText.plain(reply.text());
        return page(
                question,
                occasion,
                new ImprovePage.Draft(
                        occasion.question(),
                        String.join("\n", occasion.otherWordings()),
                        said,
                        FormErrors.NONE));
    }

    @PostMapping("/{question}")
    @Requires(Permission.ANSWER_IMPROVE)
    View save(@PathVariable UUID question, Form form, Caller caller) {
        var occasion = improving.occasion(new Message.Id(question));
        var missing = form.missing();
        if (!missing.isEmpty()) {
            return page(question, occasion, form.again(missing));
        }
        limits.take(Limit.SOURCE, Tenancy.organization().toString());
        try {
            var source =
                    improving.save(
                            new Message.Id(question), form.better(), Confirmation.by(caller));
            return back(
                    occasion.bot().value(),
                    source.standing() == Source.Standing.DRAFT ? Notice.WAITING : Notice.SAVED);
        } catch (BadInput refused) {
            return page(question, occasion, form.again(FormErrors.of(refused)));
        } catch (TooLarge refused) {
            return page(question, occasion, form.again(FormErrors.of(refused.in("answer"))));
        }
    }

    @PostMapping("/{question}/dismiss")
    @Requires(Permission.ANSWER_IMPROVE)
    Redirect dismiss(@PathVariable UUID question) {
        return back(improving.dismiss(new Message.Id(question)).value(), Notice.DISMISSED);
    }

    private static ImprovePage page(
            UUID question, Improving.Occasion occasion, ImprovePage.Draft draft) {
        var reply = occasion.reply();
        return new ImprovePage(
                question,
                occasion.conversation().value(),
                occasion.question(),
                reply == null
                        ? null
                        : new ImprovePage.Reply(
                                MarkedText.of(reply.text()), SourceQuotes.of(reply.sources())),
                draft);
    }

    private static Redirect back(UUID bot, Notice notice) {
        return new Redirect("/knowledge/unanswered?bot=%s&notice=%s".formatted(bot, notice));
    }

    private static UnansweredPage.Row row(UnansweredQuestion question) {
        return new UnansweredPage.Row(
                question.id().value(),
                question.conversation().value(),
                question.text(),
                question.otherWordings(),
                question.times(),
                question.lastAskedAt());
    }
}
