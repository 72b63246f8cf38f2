package io.taros.conversation;

import io.taros.platform.audit.Audit;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import org.springframework.stereotype.Component;

/** Lets those look into a restricted conversation who answer people's requests, and says so. */
@Component
public class RestrictedReading {
    private final Restrictions restrictions;
    private final Audit audit;

    RestrictedReading(Restrictions restrictions, Audit audit) {
        this.restrictions = restrictions;
        this.audit = audit;
    }

    /**
     * @return whether it is restricted
     * @throws NotFound for everybody else
     */
    public boolean begin(Conversation.Id conversation, Caller caller) {
        var isRestricted = check(conversation, caller);
        if (isRestricted) {
            audit.record(ConversationAction.RESTRICTED_READ, conversation);
        }
        return isRestricted;
    }

    /** As {@link #begin}, for what is only a look after that. */
    public boolean check(Conversation.Id conversation, Caller caller) {
        var isRestricted = restrictions.isOn(conversation);
        if (isRestricted && !caller.may(Permission.SUBJECT_REQUEST_MANAGE)) {
            throw new NotFound();
        }
        return isRestricted;
    }

    /**
     * For whatever is done with a conversation.
     *
     * @throws Conflict where it is restricted, for those who may look
     */
    public void refuse(Conversation.Id conversation, Caller caller) {
        if (check(conversation, caller)) {
            throw new Conflict("conversation.input.restricted");
        }
    }
}
