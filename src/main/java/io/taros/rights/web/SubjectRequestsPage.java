package io.taros.rights.web;

import io.taros.conversation.Sought;
import io.taros.organization.BotNames;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import io.taros.rights.SelfServiceDays;
import io.taros.rights.SubjectRequest;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * Settings: the register of data subject requests.
 *
 * @param requests open ones first, the most pressing on top
 * @param draft one that is being recorded
 */
public record SubjectRequestsPage(
        List<SubjectRequest> requests,
        SelfServiceDays.Times selfService,
        List<BotNames.Named> bots,
        LocalDate today,
        Draft draft,
        FormErrors errors)
        implements View {
    private static final int SOON = 7;

    public record Draft(String kind, String by, String value, String bot, String received) {}

    public SubjectRequestsPage {
        requests = List.copyOf(requests);
        bots = List.copyOf(bots);
    }

    public SubjectRequest.Kind[] kinds() {
        return SubjectRequest.Kind.values();
    }

    public Sought.By[] ways() {
        return Sought.By.values();
    }

    public boolean isLate(SubjectRequest request) {
        return request.isOpen() && request.dueOn().isBefore(today);
    }

    public boolean isSoon(SubjectRequest request) {
        return request.isOpen()
                && !isLate(request)
                && !request.dueOn().isAfter(today.plusDays(SOON));
    }

    @Override
    public String template() {
        return "rights/requests";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
