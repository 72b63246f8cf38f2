package io.taros.block.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Blocking whoever a conversation is with. */
public record BlockPage(
        UUID conversation, BlocksPage.Typed typed, boolean learnsAddress, FormErrors errors)
        implements View {
    @Override
    public String template() {
        return "block/block";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
