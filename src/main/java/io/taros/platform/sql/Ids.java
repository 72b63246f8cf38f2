package io.taros.platform.sql;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes UUIDv7 values: ordered by time, so that an index on them grows at its end. */
@Component
public class Ids {
    private final NoArgGenerator generator = Generators.timeBasedEpochRandomGenerator();

    public UUID next() {
        return generator.generate();
    }
}
