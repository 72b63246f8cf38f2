package io.taros.organization;

import io.taros.platform.erasure.Eraser;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** One that was taken back or used lets nobody in once more, whatever a backup brings. */
@Component
class ErasedInvitations implements Eraser {
    private final Invitations invitations;

    ErasedInvitations(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public String kind() {
        return Invitations.ERASED;
    }

    @Override
    public boolean eraseAgain(UUID id) {
        return invitations.delete(new Invitation.Id(id));
    }
}
