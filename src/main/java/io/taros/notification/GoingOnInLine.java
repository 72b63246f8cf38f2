package io.taros.notification;

import io.taros.platform.jobs.JobHandler;
import org.springframework.stereotype.Component;

/** Does for those who see some bots alone what takes seeing the whole line. */
@Component
class GoingOnInLine implements JobHandler<GoOnInLine> {
    private final Deliveries deliveries;

    GoingOnInLine(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public Class<GoOnInLine> type() {
        return GoOnInLine.class;
    }

    @Override
    public void handle(GoOnInLine job) {
        deliveries.goOn(job.channel());
    }
}
