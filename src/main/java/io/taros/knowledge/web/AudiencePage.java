package io.taros.knowledge.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/**
 * For whose questions a source is.
 *
 * @param tags with commas between them
 * @param bots all others of the organization that may be seen
 */
public record AudiencePage(
        UUID source, String title, String tags, List<Choice> bots, FormErrors errors)
        implements View {
    public AudiencePage {
        bots = List.copyOf(bots);
    }

    public record Choice(UUID id, String name, boolean isTicked) {}

    @Override
    public String template() {
        return "knowledge/audience";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
