package io.taros.knowledge.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Which pages of a site are read, and how often. */
public record SourceRulesPage(
        UUID source, String title, PlanFields fields, boolean hasRules, FormErrors errors)
        implements View {
    @Override
    public String template() {
        return "knowledge/source-rules";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
