package io.taros.conversation;

import io.taros.platform.rights.Person;
import io.taros.platform.rights.PersonalFiles;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What was attached to messages; the messages name it, too. */
@Component
class ConversationFiles implements PersonalFiles {
    private final Attachments attachments;

    ConversationFiles(Attachments attachments) {
        this.attachments = attachments;
    }

    @Override
    public void read(Person person, Consumer<HeldFile> each) {
        for (var thread : person.threads()) {
            attachments
                    .all(new Conversation.Id(thread))
                    .forEach(download -> each.accept(held(download)));
        }
    }

    private static HeldFile held(Attachment.Download download) {
        var attachment = download.attachment();
        return new HeldFile(attachment.id().value() + "-" + attachment.name(), download.content());
    }
}
