package io.taros.knowledge.web;

import io.taros.knowledge.RulesMatch;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What the rules in a form would match, while they are typed. */
public record MatchedPages(@Nullable RulesMatch match, FormErrors errors) implements View {
    static MatchedPages of(RulesMatch match) {
        return new MatchedPages(match, FormErrors.NONE);
    }

    static MatchedPages refused(FormErrors errors) {
        return new MatchedPages(null, errors);
    }

    @Override
    public String template() {
        return "knowledge/matched-pages";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
