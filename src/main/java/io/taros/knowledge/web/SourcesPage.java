package io.taros.knowledge.web;

import io.taros.knowledge.Quota;
import io.taros.platform.web.BotPick;
import io.taros.platform.web.View;
import org.springframework.http.HttpStatus;

/** Knowledge: what a bot has been taught from. */
public record SourcesPage(
        BotPick pick, SourceList list, AddSource add, Waiting waiting, Quota quota)
        implements View {
    @Override
    public String template() {
        return "knowledge/sources";
    }

    @Override
    public HttpStatus status() {
        return add.errors().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
