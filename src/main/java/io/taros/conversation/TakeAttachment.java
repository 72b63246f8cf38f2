package io.taros.conversation;

import io.taros.attachment.AttachmentSettings;
import io.taros.attachment.CheckFile;
import io.taros.attachment.CheckFile.Decision;
import io.taros.platform.audit.Audit;
import io.taros.platform.web.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * Takes a file that is to go with a message, from a visitor or a person: by the same rules, for
 * each hands on what others gave them.
 */
@Component
public class TakeAttachment {
    private static final String FIELD = "file";

    private final CheckFile check;
    private final Attachments attachments;
    private final AttachmentSettings settings;
    private final Audit audit;

    TakeAttachment(
            CheckFile check, Attachments attachments, AttachmentSettings settings, Audit audit) {
        this.check = check;
        this.attachments = attachments;
        this.settings = settings;
        this.audit = audit;
    }

    /**
     * A file as it arrived.
     *
     * @param name as the sender calls it
     */
    public record Upload(@Nullable String name, long size, InputStreamSource content) {}

    /**
     * @throws BadInput with the sentence that says why it is not taken
     */
    public Attachment take(Conversation.Id conversation, Message.Role from, Upload upload) {
        refuseLarge(upload.size());
        refuseWithoutSpace();
        return switch (decided(upload)) {
            case Decision.Taken taken -> {
                // Written anew it may have grown.
                refuseLarge(taken.content().length);
                yield attachments.add(conversation, from, taken);
            }
            case Decision.Refused(var key) -> throw new BadInput(FIELD, key);
            case Decision.NotScanned() -> throw new BadInput(FIELD, "attachment.input.not-scanned");
            case Decision.Infected(var signature) -> {
                audit.record(
                        ConversationAction.FILE_REFUSED,
                        conversation,
                        Map.of("malware", signature));
                throw new BadInput(FIELD, "attachment.input.infected");
            }
        };
    }

    /** All of one message, or none. */
    public List<Attachment.Id> takeAll(
            Conversation.Id conversation, Message.Role from, List<Upload> uploads) {
        if (uploads.size() > settings.maxFiles()) {
            throw new BadInput(FIELD, "conversation.input.files", settings.maxFiles());
        }
        var taken = new ArrayList<Attachment.Id>();
        try {
            for (var upload : uploads) {
                taken.add(take(conversation, from, upload).id());
            }
            return taken;
        } catch (RuntimeException refused) {
            attachments.drop(conversation, from, taken);
            throw refused;
        }
    }

    private void refuseLarge(long size) {
        if (size > settings.maxFile().toBytes()) {
            throw new BadInput(FIELD, "attachment.input.large", settings.maxFile().toMegabytes());
        }
    }

    /** A full disk would keep everybody from everything. */
    private void refuseWithoutSpace() {
        if (attachments.space() < settings.leastSpace().toBytes()) {
            throw new BadInput(FIELD, "attachment.input.no-space");
        }
    }

    private Decision decided(Upload upload) {
        try {
            return check.check(upload.name(), upload.content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadInput(FIELD, "attachment.input.not-scanned");
        }
    }
}
