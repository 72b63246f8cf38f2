package io.taros.knowledge.web;

import io.taros.bot.CurrentBot;
import io.taros.knowledge.web.AddSource.Way;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/knowledge")
class SourcesController {
    private final SourcePages pages;
    private final Teaching teaching;
    private final CurrentBot current;

    SourcesController(SourcePages pages, Teaching teaching, CurrentBot current) {
        this.pages = pages;
        this.teaching = teaching;
        this.current = current;
    }

    /**
     * @param add a way of {@link AddSource} in small letters, to arrive with the dialog open
     */
    @GetMapping
    @Requires(Permission.KNOWLEDGE_READ)
    SourcesPage page(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "") String add,
            Locale locale) {
        var dialog =
                Arrays.stream(Way.values())
                        .filter(way -> way.name().equalsIgnoreCase(add))
                        .findFirst()
                        .map(AddSource::opened)
                        .orElse(AddSource.CLOSED);
        return pages.page(current.of(bot), cursor, dialog, locale);
    }

    @GetMapping("/list")
    @Requires(Permission.KNOWLEDGE_READ)
    SourceList list(@RequestParam UUID bot, Locale locale) {
        return pages.list(current.of(bot), null, locale);
    }

    @PostMapping("/sources")
    @Requires(Permission.KNOWLEDGE_WRITE)
    View add(Teaching.Form form, Caller caller, Locale locale) {
        var bot = current.of(form.bot());
        var refused = teaching.add(bot, form, caller);
        return refused.isEmpty()
                ? new Redirect("/knowledge?bot=" + bot.id().value())
                : pages.page(bot, null, form.again(refused), locale);
    }
}
