package io.taros.rights.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import io.taros.rights.RequestDesk;
import io.taros.rights.SubjectExport;
import io.taros.rights.SubjectRequest;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Settings: one data subject request, and what is done for it.
 *
 * @param found absent once it is closed
 * @param export the latest copy; absent where none was asked for
 * @param restricted how many conversations are restricted for its sake
 * @param refused the form that is shown again: what it is called on the page
 */
public record SubjectRequestPage(
        SubjectRequest request,
        RequestDesk.@Nullable Found found,
        @Nullable SubjectExport export,
        int restricted,
        Instant now,
        LocalDate today,
        boolean mayHold,
        FormErrors errors,
        String refused)
        implements View {
    public SubjectRequest.Outcome[] outcomes() {
        return SubjectRequest.Outcome.values();
    }

    public SubjectRequest.Extension[] extensions() {
        return SubjectRequest.Extension.values();
    }

    public SubjectExport.@Nullable State exportState() {
        return export == null ? null : export.state(now);
    }

    /** The errors of one of the forms. */
    public FormErrors errors(String form) {
        return form.equals(refused) ? errors : FormErrors.NONE;
    }

    public boolean isRestrictable() {
        return found != null
                && !found.person().isNobody()
                && request.kind().mayRestrict()
                && !request.isErasing();
    }

    public boolean isLate() {
        return request.isOpen() && request.dueOn().isBefore(today);
    }

    @Override
    public String template() {
        return "rights/request";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
