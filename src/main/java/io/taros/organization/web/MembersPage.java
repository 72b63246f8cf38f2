package io.taros.organization.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Settings, members: who is here and who is invited.
 *
 * @param seats how many there may be; absent for any number
 * @param email of a form shown again
 * @param link a new invitation's, in the only answer that ever shows it; absent where it was mailed
 * @param isMailed whether this installation mails invitations
 */
public record MembersPage(
        List<Row> members,
        List<Invited> invitations,
        @Nullable Integer seats,
        String email,
        PlaceForm place,
        @Nullable String link,
        boolean isMailed,
        FormErrors errors)
        implements View {
    /**
     * @param limit how many bots they see; absent for all
     */
    public record Row(
            UUID account,
            String name,
            String email,
            RoleOption role,
            @Nullable Integer limit,
            Instant joinedAt,
            boolean isSelf,
            boolean isTouchable) {}

    public record Invited(
            UUID id, String email, RoleOption role, Instant expiresAt, boolean isOver) {}

    public MembersPage {
        members = List.copyOf(members);
        invitations = List.copyOf(invitations);
    }

    @Override
    public String template() {
        return "organization/members";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
