package io.taros.lead.web;

import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.bot.CurrentBot;
import io.taros.lead.LeadForm;
import io.taros.lead.LeadFormRules;
import io.taros.lead.LeadForms;
import io.taros.lead.web.LeadFormPage.Saved;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a bot asks visitors for, one language at a time. Every button works without scripts. */
@Controller
@RequestMapping("/bot/lead-form")
class LeadFormController {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final String SAVE = "save";

    /** Those the widget speaks by itself. */
    private static final List<String> SPOKEN =
            List.of("da", "de", "en", "es", "fr", "nb", "nl", "sv");

    private final CurrentBot current;
    private final Bots bots;
    private final LeadForms forms;

    LeadFormController(CurrentBot current, Bots bots, LeadForms forms) {
        this.current = current;
        this.bots = bots;
        this.forms = forms;
    }

    private record Shown(String language, EditedForm edited, Saved saved, FormErrors errors) {}

    @GetMapping
    @Requires(Permission.BOT_READ)
    LeadFormPage page(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "false") boolean saved) {
        var shown = current.of(bot);
        var form = forms.of(shown.id());
        var chosen = language(language, shown);
        return page(
                shown,
                form,
                new Shown(
                        chosen,
                        EditedForm.of(form, chosen),
                        saved ? Saved.JUST_NOW : Saved.AS_IT_IS,
                        FormErrors.NONE));
    }

    @PostMapping
    @Requires(Permission.BOT_WRITE)
    View change(
            @RequestParam UUID bot,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = SAVE) String act,
            @RequestParam Map<String, String> sent) {
        var named = bots.get(new Bot.Id(bot));
        var chosen = language(language, named);
        var before = forms.of(named.id());
        var edited = EditedForm.sent(sent, before).after(act);
        var errors = FormErrors.NONE;
        if (act.equals(SAVE)) {
            var form = edited.form(before, chosen, named.language());
            errors = LeadFormRules.check(form, named.language());
            if (errors.isEmpty()) {
                forms.replace(named.id(), form);
                return new Redirect(
                        "/bot/lead-form?saved=true&bot=%s&language=%s".formatted(bot, chosen));
            }
        }
        return page(named, before, new Shown(chosen, edited, Saved.NOT_YET, errors));
    }

    private static String language(String asked, Bot bot) {
        return LANGUAGE.matcher(asked).matches() ? asked : bot.language();
    }

    private LeadFormPage page(Bot bot, LeadForm form, Shown shown) {
        return new LeadFormPage(
                current.pick(bot),
                new LeadFormPage.Language(
                        shown.language(),
                        languages(bot, form, shown.language()),
                        shown.language().equals(bot.language())),
                shown.edited().rows(),
                shown.edited().words(),
                shown.edited().moments(),
                shown.saved(),
                shown.errors());
    }

    private static List<String> languages(Bot bot, LeadForm form, String shown) {
        var languages = new TreeSet<>(SPOKEN);
        languages.add(bot.language());
        languages.add(shown);
        Stream.concat(
                        form.consent().wordings().keySet().stream(),
                        form.fields().stream().flatMap(field -> field.labels().keySet().stream()))
                .forEach(languages::add);
        return List.copyOf(languages);
    }
}
