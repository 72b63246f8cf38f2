package io.taros.home.web;

import io.taros.bot.Bot;
import io.taros.bot.CurrentBot;
import io.taros.home.Progress;
import io.taros.home.SampleShop;
import io.taros.home.web.FirstQuestionPage.Way;
import io.taros.knowledge.Confirmation;
import io.taros.knowledge.NewSource;
import io.taros.knowledge.Sources;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.TooLarge;
import io.taros.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/home")
class HomeController {
    record Form(Way way, @Nullable String url, @Nullable String text, @Nullable Boolean rights) {
        Form {
            way = way == null ? Way.WEBSITE : way;
        }

        private FormErrors missing() {
            var errors =
                    way == Way.WEBSITE
                            ? FormErrors.NONE.required("url", url)
                            : FormErrors.NONE.required("text", text);
            return Boolean.TRUE.equals(rights)
                    ? errors
                    : errors.text("rights", "knowledge.rights.needed");
        }

        private NewSource source(Bot bot) {
            return switch (way) {
                case WEBSITE -> new NewSource.Website(bot.id(), value(url), null);
                case TEXT -> new NewSource.Text(bot.id(), null, value(text));
            };
        }

        private FirstQuestionPage again(FormErrors errors) {
            return new FirstQuestionPage(way, value(url), value(text), errors);
        }

        private static String value(@Nullable String given) {
            return given == null ? "" : given;
        }
    }

    private final CurrentBot current;
    private final Sources sources;
    private final Progress progress;
    private final SampleShop sample;
    private final RateLimits limits;

    HomeController(
            CurrentBot current,
            Sources sources,
            Progress progress,
            SampleShop sample,
            RateLimits limits) {
        this.current = current;
        this.limits = limits;
        this.sources = sources;
        this.progress = progress;
        this.sample = sample;
    }

    /**
     * Whoever has taught nothing yet is asked one question and nothing else.
     *
     * @param again to be asked once more, after a first source that could not be read
     */
    @GetMapping
    @Requires(Permission.ACCOUNT)
    View home(
            @RequestParam(defaultValue = "website") String way,
            @RequestParam(defaultValue = "false") boolean again,
            Caller caller) {
        if (caller.organization() == null) {
            return new Redirect("/organizations");
        }
        var bot = current.of(null);
        if (caller.may(Permission.KNOWLEDGE_WRITE) && (again || isUntaught(bot.id()))) {
            var asked = way.equalsIgnoreCase(Way.TEXT.name()) ? Way.TEXT : Way.WEBSITE;
            return new FirstQuestionPage(asked, "", "", FormErrors.NONE);
        }
        return progress.of(bot);
    }

    private boolean isUntaught(Bot.Id bot) {
        return sources.taught(bot).isEmpty();
    }

    @PostMapping("/sources")
    @Requires(Permission.KNOWLEDGE_WRITE)
    View teach(Form form, Caller caller) {
        var missing = form.missing();
        if (!missing.isEmpty()) {
            return form.again(missing);
        }
        limits.take(Limit.SOURCE, Tenancy.organization().toString());
        try {
            var source = sources.add(form.source(current.of(null)), Confirmation.by(caller));
            return new Redirect("/home/learning/" + source.id().value());
        } catch (BadInput refused) {
            return form.again(FormErrors.of(refused));
        } catch (TooLarge refused) {
            var wrong = refused.in("text");
            return form.again(FormErrors.of(wrong));
        }
    }

    @PostMapping("/sample")
    @Requires(Permission.KNOWLEDGE_WRITE)
    View sample(Caller caller) {
        var source = sample.teach(current.of(null), caller);
        return new Redirect("/home/learning/" + source.id().value());
    }
}
