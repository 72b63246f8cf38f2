package io.taros.conversation;

import io.taros.platform.rights.Person;
import io.taros.platform.rights.PersonalTraces;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What was said with somebody; others find what they hold by it, so it goes last. */
@Component
class ConversationTraces implements PersonalTraces {
    private final ConversationRows rows;
    private final Signals signals;

    ConversationTraces(ConversationRows rows, Signals signals) {
        this.rows = rows;
        this.signals = signals;
    }

    @Override
    public Map<String, Long> forget(Person person) {
        signals.gone(person.threads());
        return rows.remove(person.threads());
    }

    @Override
    public boolean isLast() {
        return true;
    }
}
