package io.taros.knowledge.web;

import io.taros.knowledge.Quota;
import io.taros.platform.web.BotPick;
import io.taros.platform.web.View;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * Knowledge: what a bot has been taught from.
 *
 * @param shared what it uses of other bots
 */
public record SourcesPage(
        BotPick pick,
        SourceList list,
        List<SharedSource> shared,
        AddSource add,
        Waiting waiting,
        Quota quota)
        implements View {
    public SourcesPage {
        shared = List.copyOf(shared);
    }

    @Override
    public String template() {
        return "knowledge/sources";
    }

    @Override
    public HttpStatus status() {
        return add.errors().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
