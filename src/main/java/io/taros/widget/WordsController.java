package io.taros.widget;

import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.bot.CurrentBot;
import io.taros.bot.WidgetLook;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import io.taros.widget.web.WordsPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The owner's words in place of ours, language by language, in any language there is. */
@Controller
@RequestMapping("/bot/widget/words")
class WordsController {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern BLANK = Pattern.compile("\\{\\w+}");
    private static final int LONGEST = 1_000;

    /** What owners change first, in the order a visitor meets it. */
    private static final List<String> FIRST =
            List.of(
                    "greeting",
                    "questions",
                    "aiNotice",
                    "privacyLine",
                    "consent",
                    "message",
                    "talk",
                    "talkAsked",
                    "contact",
                    "contactDone",
                    "closed",
                    "csat");

    private final CurrentBot current;
    private final Bots bots;
    private final Words words;

    WordsController(CurrentBot current, Bots bots, Words words) {
        this.current = current;
        this.bots = bots;
        this.words = words;
    }

    @GetMapping
    @Requires(Permission.BOT_READ)
    WordsPage page(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "false") boolean saved,
            Locale reader) {
        var shown = current.of(bot);
        var chosen = language.isBlank() ? shown.language() : language.strip();
        var errors = FormErrors.NONE;
        if (!LANGUAGE.matcher(chosen).matches()) {
            errors = errors.text("language", "widget.own.language.wrong");
            chosen = shown.language();
        }
        return page(shown, new Shown(chosen, own(shown, chosen), saved, errors), reader);
    }

    @PostMapping
    @Requires(Permission.BOT_WRITE)
    View save(
            @RequestParam UUID bot,
            @RequestParam(defaultValue = "") String language,
            @RequestParam Map<String, String> form,
            Locale reader) {
        var named = bots.getInDraft(new Bot.Id(bot));
        var chosen = LANGUAGE.matcher(language).matches() ? language : named.language();
        var given = given(form);
        var errors = check(chosen, given);
        if (errors.isEmpty()) {
            try {
                bots.replace(named.id(), changed(named, chosen, given));
                return new Redirect(
                        "/bot/widget/words?saved=true&bot=%s&language=%s".formatted(bot, chosen));
            } catch (BadInput refused) {
                // Named after the text it is about, which the form calls by its name alone.
                errors = FormErrors.of(refused.in(refused.field().replaceFirst(".*[.:]", "")));
            }
        }
        return page(named, new Shown(chosen, given, false, errors), reader);
    }

    private record Shown(
            String language, Map<String, String> own, boolean isSaved, FormErrors errors) {}

    private Map<String, String> given(Map<String, String> form) {
        var given = new HashMap<String, String>();
        for (var name : words.of("").keySet()) {
            var text = form.getOrDefault(name, "").strip();
            if (!text.isEmpty() && !name.equals("language")) {
                given.put(name, text);
            }
        }
        return given;
    }

    private FormErrors check(String language, Map<String, String> given) {
        var errors = FormErrors.NONE;
        for (var text : given.entrySet()) {
            var ours = String.valueOf(words.of(language).get(text.getKey()));
            var blank = BLANK.matcher(ours);
            if (blank.find() && !text.getValue().contains(blank.group())) {
                errors = errors.text(text.getKey(), "widget.own.blank", blank.group());
            } else if (text.getValue().length() > LONGEST) {
                errors = errors.text(text.getKey(), "widget.own.long", LONGEST);
            }
        }
        return errors;
    }

    private static Map<String, String> own(Bot bot, String language) {
        var own = new HashMap<String, String>();
        bot.widget()
                .texts()
                .forEach((name, text) -> {
                    if (name.startsWith(Words.nameIn(language, ""))) {
                        own.put(name.substring(language.length() + 1), text);
                    }
                });
        return own;
    }

    private static BotSettings changed(Bot bot, String language, Map<String, String> given) {
        var look = bot.widget();
        var texts = new HashMap<>(look.texts());
        texts.keySet().removeIf(name -> name.startsWith(Words.nameIn(language, "")));
        given.forEach((name, text) -> texts.put(Words.nameIn(language, name), text));
        return bot.settings()
                .withWidget(
                        new WidgetLook(
                                look.greeting(),
                                look.suggestedQuestions(),
                                look.accentColour(),
                                look.launcherPosition(),
                                look.theme(),
                                texts));
    }

    private WordsPage page(Bot bot, Shown shown, Locale reader) {
        var names = new LinkedHashSet<>(FIRST);
        names.addAll(words.of("").keySet());
        names.remove("language");
        var texts = new ArrayList<WordsPage.Text>();
        for (var name : names) {
            texts.add(
                    new WordsPage.Text(
                            name,
                            String.valueOf(words.of(reader.getLanguage()).get(name)),
                            String.valueOf(words.of(shown.language()).get(name)),
                            shown.own().getOrDefault(name, "")));
        }
        return new WordsPage(
                current.pick(bot),
                new WordsPage.Language(
                        shown.language(),
                        List.copyOf(languages(bot, shown.language())),
                        words.languages().contains(shown.language())),
                texts.subList(0, FIRST.size()),
                texts.subList(FIRST.size(), texts.size()),
                shown.isSaved(),
                shown.errors());
    }

    private TreeSet<String> languages(Bot bot, String shown) {
        var languages = new TreeSet<>(words.languages());
        languages.add(shown);
        bot.widget().texts().keySet().stream()
                .filter(name -> name.contains(":"))
                .map(name -> name.substring(0, name.indexOf(':')))
                .forEach(languages::add);
        return languages;
    }
}
