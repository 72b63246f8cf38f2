package io.taros.nudge;

import io.taros.platform.jobs.JobHandler;
import org.springframework.stereotype.Component;

@Component
class EndingDevice implements JobHandler<EndDevice> {
    private final PushDevices devices;

    EndingDevice(PushDevices devices) {
        this.devices = devices;
    }

    @Override
    public Class<EndDevice> type() {
        return EndDevice.class;
    }

    @Override
    public void handle(EndDevice job) {
        devices.end(job.device());
    }
}
