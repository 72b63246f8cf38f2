package io.taros.careers;

import io.taros.platform.erasure.Eraser;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A decision that deleted an application holds for one that a backup brings back. */
@Component
class ErasedApplications implements Eraser {
    static final String KIND = "application";

    private final Applications applications;

    ErasedApplications(Applications applications) {
        this.applications = applications;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean eraseAgain(UUID id) {
        return applications.erase(new Application.Id(id));
    }
}
