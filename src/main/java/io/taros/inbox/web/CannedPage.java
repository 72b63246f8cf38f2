package io.taros.inbox.web;

import io.taros.inbox.CannedReply;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import org.springframework.http.HttpStatus;

/** The canned replies of an organization. */
public record CannedPage(List<CannedReply> replies, String shortcut, String text, FormErrors errors)
        implements View {
    public CannedPage {
        replies = List.copyOf(replies);
    }

    @Override
    public String template() {
        return "inbox/canned";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
