package io.taros.inbox.web;

import io.taros.conversation.Tag;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import org.springframework.http.HttpStatus;

/** The tags of an organization. */
public record TagsPage(List<Tag> tags, String name, Tag.Colour colour, FormErrors errors)
        implements View {
    public TagsPage {
        tags = List.copyOf(tags);
    }

    @Override
    public String template() {
        return "inbox/tags";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
