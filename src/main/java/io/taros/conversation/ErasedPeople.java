package io.taros.conversation;

import io.taros.platform.erasure.Eraser;
import io.taros.platform.rights.ForgetPerson;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whoever asked to be erased, with what names them, as far as their website says so. */
@Component
class ErasedPeople implements Eraser {
    private final FindPerson people;
    private final ForgetPerson forgetting;

    ErasedPeople(FindPerson people, ForgetPerson forgetting) {
        this.people = people;
        this.forgetting = forgetting;
    }

    @Override
    public String kind() {
        return ForgetPerson.PERSON;
    }

    @Override
    public boolean eraseAgain(UUID id) {
        return !forgetting.forget(people.of(new Conversation.Id(id))).isEmpty();
    }
}
