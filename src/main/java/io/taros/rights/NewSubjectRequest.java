package io.taros.rights;

import io.taros.conversation.Sought;
import java.time.LocalDate;

/** A request as it came in. */
public record NewSubjectRequest(SubjectRequest.Kind kind, Sought sought, LocalDate receivedOn) {
    NewSubjectRequest of(Sought person) {
        return new NewSubjectRequest(kind, person, receivedOn);
    }
}
