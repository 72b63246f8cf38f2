package io.taros.platform.web;

import io.taros.platform.security.Caller;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Brought by the module that knows people and organizations; the frame shows what it says. */
public interface ShellNames {
    /**
     * @param zone whose clock dates and times are told by
     */
    record Names(@Nullable String account, @Nullable String organization, ZoneId zone) {}

    Names of(Caller caller);
}
