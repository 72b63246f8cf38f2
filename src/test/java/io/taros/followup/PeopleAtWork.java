package io.taros.followup;

import io.taros.conversation.Conversations;
import io.taros.conversation.Notes;
import io.taros.conversation.ReplyAsPerson;
import io.taros.conversation.Restrictions;
import io.taros.conversation.SeeToConversation;
import io.taros.conversation.Transcripts;
import io.taros.organization.Standing;
import io.taros.platform.audit.Audit;
import org.springframework.stereotype.Component;

/** What people do with conversations. */
@Component
record PeopleAtWork(
        ReplyAsPerson reply,
        SeeToConversation see,
        Notes notes,
        Restrictions restrictions,
        Standing standing,
        Conversations conversations,
        Transcripts transcripts,
        Audit audit) {}
