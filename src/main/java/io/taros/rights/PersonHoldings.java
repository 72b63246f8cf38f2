package io.taros.rights;

import io.taros.platform.rights.HeldRecord;
import io.taros.platform.rights.Person;
import io.taros.platform.rights.PersonalRecords;
import io.taros.platform.rights.PersonalRecords.Kind;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What every module holds about somebody. */
@Component
public class PersonHoldings {
    private static final int SAMPLES = 3;

    /**
     * @param samples the first few
     */
    public record Of(Kind kind, long count, List<HeldRecord> samples) {
        public Of {
            samples = List.copyOf(samples);
        }
    }

    private final List<Kind> kinds;

    PersonHoldings(List<PersonalRecords> modules) {
        kinds = modules.stream().flatMap(module -> module.kinds().stream()).toList();
    }

    public List<Kind> kinds() {
        return kinds;
    }

    /** One for each kind, those that are empty too: that nothing is held is an answer. */
    public List<Of> of(Person person) {
        return kinds.stream().map(kind -> of(kind, person)).toList();
    }

    private static Of of(Kind kind, Person person) {
        var samples = new ArrayList<HeldRecord>();
        var count = new long[1];
        kind.reader()
                .read(
                        person,
                        record -> {
                            count[0]++;
                            if (samples.size() < SAMPLES) {
                                samples.add(record);
                            }
                        });
        return new Of(kind, count[0], samples);
    }
}
