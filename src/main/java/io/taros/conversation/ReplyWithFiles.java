package io.taros.conversation;

import io.taros.conversation.ReplyAsPerson.Result;
import java.util.List;
import org.springframework.stereotype.Component;

/** A person's reply and the files that are brought with it: kept if it is said, or not at all. */
@Component
public class ReplyWithFiles {
    private final ReplyAsPerson reply;
    private final TakeAttachment take;
    private final Attachments attachments;

    ReplyWithFiles(ReplyAsPerson reply, TakeAttachment take, Attachments attachments) {
        this.reply = reply;
        this.take = take;
        this.attachments = attachments;
    }

    /** As {@link ReplyAsPerson#reply}. */
    public Result reply(
            Conversation.Id conversation,
            Actor.Person author,
            NewMessage said,
            long seen,
            List<TakeAttachment.Upload> uploads) {
        var known = reply.foregone(conversation, author, said, seen);
        if (known.isPresent()) {
            return known.get();
        }
        var files = take.takeAll(conversation, Message.Role.PERSON, uploads);
        try {
            return reply.reply(
                    conversation,
                    author,
                    new NewMessage(said.text(), said.clientId(), files),
                    seen);
        } finally {
            attachments.drop(conversation, Message.Role.PERSON, files);
        }
    }
}
