package io.taros.inbox.web;

import io.taros.conversation.Tag;
import io.taros.conversation.Tags;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The tags that there are. */
@Controller
@RequestMapping("/inbox/tags")
class TagsController {
    record Form(@Nullable String name, Tag.@Nullable Colour colour) {
        private String word() {
            return name == null ? "" : name;
        }

        private Tag.Colour chosen() {
            return colour == null ? Tag.Colour.GREY : colour;
        }
    }

    private final Tags tags;

    TagsController(Tags tags) {
        this.tags = tags;
    }

    @GetMapping
    @Requires(Permission.CONVERSATION_REPLY)
    TagsPage list() {
        return new TagsPage(tags.list(), "", Tag.Colour.GREY, FormErrors.NONE);
    }

    @PostMapping
    @Requires(Permission.CONVERSATION_REPLY)
    View add(Form form) {
        try {
            tags.add(form.word(), form.chosen());
            return new Redirect("/inbox/tags");
        } catch (BadInput refused) {
            return new TagsPage(tags.list(), form.word(), form.chosen(), FormErrors.of(refused));
        }
    }

    @PostMapping("/{id}/archive")
    @Requires(Permission.CONVERSATION_REPLY)
    Redirect archive(@PathVariable UUID id) {
        tags.archive(new Tag.Id(id), true);
        return new Redirect("/inbox/tags");
    }

    @PostMapping("/{id}/return")
    @Requires(Permission.CONVERSATION_REPLY)
    Redirect bringBack(@PathVariable UUID id) {
        tags.archive(new Tag.Id(id), false);
        return new Redirect("/inbox/tags");
    }
}
