package io.taros.platform.rights;

import java.util.function.Consumer;

/** Brought by modules: files they hold of people, to be given to them. */
public interface PersonalFiles {
    /**
     * @param name of its own among all files
     */
    record HeldFile(String name, byte[] content) {}

    /** Gives one after the other, and holds one at a time. */
    void read(Person person, Consumer<HeldFile> each);
}
