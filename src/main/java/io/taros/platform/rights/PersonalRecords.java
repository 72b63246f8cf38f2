package io.taros.platform.rights;

import java.util.List;
import java.util.function.Consumer;

/** Brought by modules: what they hold about people, to be shown to them. */
public interface PersonalRecords {
    /** Gives one record after the other, and holds few at a time. */
    interface Reader {
        void read(Person person, Consumer<HeldRecord> each);
    }

    /**
     * @param name stands in files and texts, and so stays what it is
     * @param columns of its records, beside their id and time
     */
    record Kind(String name, List<String> columns, Reader reader) {
        public Kind {
            columns = List.copyOf(columns);
        }
    }

    List<Kind> kinds();
}
