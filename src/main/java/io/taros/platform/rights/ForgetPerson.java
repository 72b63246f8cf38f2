package io.taros.platform.rights;

import io.taros.platform.erasure.ErasureJournal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes somebody out of every module at once, or of none. */
@Component
public class ForgetPerson {
    /** Kind in the journal of erasures: what was said with somebody. */
    public static final String THREAD = "thread";

    /** The same, with what others hold that names them. */
    public static final String PERSON = "person";

    private final ObjectProvider<PersonalTraces> traces;
    private final ErasureJournal journal;
    private final TransactionTemplate transactions;

    ForgetPerson(
            ObjectProvider<PersonalTraces> traces,
            ErasureJournal journal,
            TransactionTemplate transactions) {
        this.traces = traces;
        this.journal = journal;
        this.transactions = transactions;
    }

    /**
     * @return how many rows went, by table
     */
    public Map<String, Long> forget(Person person) {
        return transactions.execute(status -> {
            journal.addAll(person.words().isEmpty() ? THREAD : PERSON, person.threads());
            var rows = new TreeMap<String, Long>();
            for (var module : modules()) {
                module.forget(person)
                        .forEach((table, count) -> rows.merge(table, count, Long::sum));
            }
            rows.values().removeIf(count -> count == 0);
            return rows;
        });
    }

    private List<PersonalTraces> modules() {
        return traces.stream().sorted(Comparator.comparing(PersonalTraces::isLast)).toList();
    }
}
