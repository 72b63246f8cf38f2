package io.taros.golden.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.golden.GoldenQuestion;
import io.taros.golden.GoldenQuestions;
import io.taros.golden.GoldenRun;
import io.taros.golden.GoldenRuns;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Limit;
import io.taros.platform.web.Page;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Golden questions", description = "What a bot is held to, and runs that check it.")
class GoldenApi {
    private final GoldenQuestions questions;
    private final GoldenRuns runs;
    private final Bots bots;
    private final RateLimits limits;
    private final MessageSource messages;

    GoldenApi(
            GoldenQuestions questions,
            GoldenRuns runs,
            Bots bots,
            RateLimits limits,
            MessageSource messages) {
        this.questions = questions;
        this.runs = runs;
        this.bots = bots;
        this.limits = limits;
        this.messages = messages;
    }

    @GetMapping("/bots/{id}/golden-questions")
    @Requires(Permission.GOLDEN_READ)
    @Operation(
            operationId = "listGoldenQuestions",
            summary = "List a bot's golden questions",
            description = "Oldest first.")
    Page<GoldenQuestionView> list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var size = Page.limit(limit);
        var rows =
                questions.list(new Bot.Id(id)).stream()
                        .filter(question -> isAfter(question, cursor))
                        .limit(size + 1L)
                        .map(GoldenQuestionView::of)
                        .toList();
        return Page.of(rows, size, question -> question.id().toString());
    }

    @PostMapping("/bots/{id}/golden-questions")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.GOLDEN_WRITE)
    @Operation(
            operationId = "addGoldenQuestion",
            summary = "Add a golden question",
            description = "409 if the bot has the same question already, or as many as it may.")
    GoldenQuestionView add(@PathVariable UUID id, @RequestBody GoldenQuestionBody body) {
        var bot = bots.get(new Bot.Id(id));
        return GoldenQuestionView.of(questions.add(bot.id(), body.content()));
    }

    @PutMapping("/golden-questions/{id}")
    @Requires(Permission.GOLDEN_WRITE)
    @Operation(
            operationId = "replaceGoldenQuestion",
            summary = "Replace a golden question",
            description =
                    "What is not sent is no longer expected. It holds from the next run on. 409 if the bot has the same"
                            + " question already.")
    GoldenQuestionView replace(@PathVariable UUID id, @RequestBody GoldenQuestionBody body) {
        var known = questions.get(new GoldenQuestion.Id(id));
        return GoldenQuestionView.of(questions.replace(known.id(), body.content()));
    }

    @DeleteMapping("/golden-questions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.GOLDEN_WRITE)
    @Operation(
            operationId = "deleteGoldenQuestion",
            summary = "Delete a golden question",
            description = "Runs that asked it keep their results.")
    void delete(@PathVariable UUID id) {
        questions.remove(new GoldenQuestion.Id(id));
    }

    @GetMapping("/bots/{id}/golden-runs")
    @Requires(Permission.GOLDEN_READ)
    @Operation(
            operationId = "listGoldenRuns",
            summary = "List the runs of a bot",
            description = "Newest first, without their results; the last 20 are kept.")
    Page<GoldenRunSummary> runs(@PathVariable UUID id) {
        var bot = bots.get(new Bot.Id(id));
        var kept = runs.list(bot.id()).stream().map(GoldenRunSummary::of).toList();
        return new Page<>(kept, new Page.Pagination(null, false));
    }

    @PostMapping("/bots/{id}/golden-runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.ANSWER)
    @Operation(
            operationId = "startGoldenRun",
            summary = "Ask all golden questions of a bot",
            description =
                    "Asking happens afterwards; ask for the run to see how far it is. 409 while another run of the bot"
                            + " is not over, or if there is nothing to ask.")
    GoldenRunView.Started start(@PathVariable UUID id) {
        var bot = bots.get(new Bot.Id(id));
        limits.take(Limit.GOLDEN_RUN, Tenancy.organization().toString());
        return GoldenRunView.Started.of(runs.start(bot.id()));
    }

    @GetMapping("/golden-runs/{id}")
    @Requires(Permission.GOLDEN_READ)
    @Operation(
            operationId = "getGoldenRun",
            summary = "See how a run went",
            description =
                    "The last 20 runs of a bot are kept. Once it is finished, changes tells what is not as it was in the run"
                            + " before.")
    GoldenRunView get(@PathVariable UUID id, Locale locale) {
        var run = runs.get(new GoldenRun.Id(id));
        var before = run.isFinished() ? runs.before(run) : Optional.<GoldenRun>empty();
        var changes = before.map(earlier -> runs.changes(earlier, run)).orElse(List.of());
        return new GoldenRunView(
                GoldenRunSummary.of(run),
                GoldenRunView.graded(runs.results(run), new Texts(messages, locale)),
                before.map(earlier -> earlier.id().value()).orElse(null),
                changes.stream().map(ChangeView::of).toList());
    }

    private static boolean isAfter(GoldenQuestion question, @Nullable UUID cursor) {
        return cursor == null || question.id().value().toString().compareTo(cursor.toString()) > 0;
    }
}
