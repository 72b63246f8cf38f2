package io.taros.followup;

import io.taros.conversation.Conversation;
import io.taros.platform.rights.HeldRecord;
import io.taros.platform.rights.Person;
import io.taros.platform.rights.PersonalRecords;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Where somebody was written to, and whether they wanted no more. */
@Component
class FollowUpRecords implements PersonalRecords {
    private final MailThreads threads;

    FollowUpRecords(MailThreads threads) {
        this.threads = threads;
    }

    @Override
    public List<Kind> kinds() {
        return List.of(
                new Kind(
                        "mail-threads",
                        List.of("conversationId", "email", "mailedAt", "stoppedAt"),
                        this::read));
    }

    private void read(Person person, Consumer<HeldRecord> each) {
        for (UUID id : person.threads()) {
            threads.find(new Conversation.Id(id))
                    .ifPresent(thread ->
                            each.accept(
                                    HeldRecord.of(
                                            thread.id().value(),
                                            thread.createdAt(),
                                            id,
                                            thread.email(),
                                            thread.mailedAt(),
                                            thread.stoppedAt())));
        }
    }
}
