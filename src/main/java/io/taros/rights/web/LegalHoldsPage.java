package io.taros.rights.web;

import io.taros.platform.retention.Hold;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import io.taros.rights.SubjectRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;

/**
 * Settings: legal holds.
 *
 * @param holds the newest first, with those that are over
 * @param ofReader those that whoever reads this placed and another owner is to end
 * @param requests open ones, whose people can be meant
 * @param draft one that is being placed
 */
public record LegalHoldsPage(
        List<Hold> holds,
        Set<Hold.Id> ofReader,
        List<SubjectRequest> requests,
        Instant now,
        Draft draft,
        FormErrors errors)
        implements View {
    /**
     * @param request whose person is meant, or "ALL"
     */
    public record Draft(String request, String reason, String until) {}

    public LegalHoldsPage {
        holds = List.copyOf(holds);
        ofReader = Set.copyOf(ofReader);
        requests = List.copyOf(requests);
    }

    @Override
    public String template() {
        return "rights/holds";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
