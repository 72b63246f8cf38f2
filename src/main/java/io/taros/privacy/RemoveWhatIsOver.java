package io.taros.privacy;

import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** What the night would do, for whoever cannot wait for it. */
@Component
public class RemoveWhatIsOver {
    private final RetentionRun run;
    private final InstantSource clock;

    RemoveWhatIsOver(RetentionRun run, InstantSource clock) {
        this.run = run;
        this.clock = clock;
    }

    /**
     * @return how many rows went
     */
    public long now() {
        return run.run(clock.instant(), false).rows();
    }
}
