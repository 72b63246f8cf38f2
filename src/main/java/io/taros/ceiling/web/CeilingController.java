package io.taros.ceiling.web;

import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.bot.CurrentBot;
import io.taros.ceiling.Ceiling;
import io.taros.ceiling.Ceilings;
import io.taros.ceiling.web.CeilingPage.Sentence;
import io.taros.ceiling.web.CeilingPage.Typed;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/bot/ceiling")
class CeilingController {
    private final CurrentBot current;
    private final Bots bots;
    private final Ceilings ceilings;

    CeilingController(CurrentBot current, Bots bots, Ceilings ceilings) {
        this.current = current;
        this.bots = bots;
        this.ceilings = ceilings;
    }

    @GetMapping
    @Requires(Permission.BOT_READ)
    CeilingPage page(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(defaultValue = "false") boolean saved) {
        var shown = current.of(bot);
        return page(shown, kept(ceilings.get(shown.id())), saved, FormErrors.NONE);
    }

    @PostMapping
    @Requires(Permission.BOT_WRITE)
    View save(@RequestParam UUID bot, @RequestParam Map<String, String> form) {
        var shown = bots.get(new Bot.Id(bot));
        var given = new CeilingForm(form);
        var errors = given.errors();
        if (!errors.isEmpty()) {
            return page(shown, typed(given), false, errors);
        }
        ceilings.keep(shown.id(), given.ceiling());
        return new Redirect("/bot/ceiling?saved=true&bot=" + bot);
    }

    private CeilingPage page(Bot bot, Typed typed, boolean isSaved, FormErrors errors) {
        return new CeilingPage(
                current.pick(bot),
                typed,
                ceilings.get(bot.id()).perBot() == null ? null : ceilings.answeredToday(bot.id()),
                isSaved,
                errors);
    }

    private Typed kept(Ceiling ceiling) {
        return typed(
                number(ceiling.perVisitor()),
                number(ceiling.perBot()),
                language -> ceiling.texts().getOrDefault(language, ""));
    }

    private Typed typed(CeilingForm form) {
        return typed(
                form.value(CeilingForm.PER_VISITOR),
                form.value(CeilingForm.PER_BOT),
                language -> form.value(CeilingForm.fieldOf(language)));
    }

    private Typed typed(String perVisitor, String perBot, UnaryOperator<String> own) {
        return new Typed(
                perVisitor,
                perBot,
                Ceiling.LANGUAGES.stream()
                        .map(language ->
                                new Sentence(
                                        language, own.apply(language), ceilings.ours(language)))
                        .toList());
    }

    private static String number(@Nullable Integer answers) {
        return answers == null ? "" : answers.toString();
    }
}
