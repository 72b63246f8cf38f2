package io.taros.platform.egress;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brought by whoever sends something: where it goes as this installation is set up. */
public interface Destinations {
    /**
     * @param name as people know it there, such as that of a model
     */
    record Destination(Purpose purpose, String host, @Nullable String name) {}

    List<Destination> list();
}
