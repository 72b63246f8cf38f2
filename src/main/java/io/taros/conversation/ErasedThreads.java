package io.taros.conversation;

import io.taros.platform.erasure.Eraser;
import io.taros.platform.rights.ForgetPerson;
import io.taros.platform.rights.Person;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a visitor deleted: by the conversation alone, as they did. */
@Component
class ErasedThreads implements Eraser {
    private final ForgetPerson forgetting;

    ErasedThreads(ForgetPerson forgetting) {
        this.forgetting = forgetting;
    }

    @Override
    public String kind() {
        return ForgetPerson.THREAD;
    }

    @Override
    public boolean eraseAgain(UUID id) {
        return !forgetting.forget(new Person(List.of(id), Set.of())).isEmpty();
    }
}
