package io.taros.knowledge;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody changes of a source at a time: all of it or nothing. */
@Component
@Transactional
public class ChangeSource {
    private final Audiences audiences;
    private final Sources sources;

    ChangeSource(Audiences audiences, Sources sources) {
        this.audiences = audiences;
        this.sources = sources;
    }

    public Source change(Source.Id id, NewSource.Wish plan, Audiences.Wish audience) {
        audiences.change(id, audience);
        return plan.equals(NewSource.Wish.NONE) ? sources.get(id) : sources.change(id, plan);
    }
}
