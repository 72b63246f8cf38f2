package io.taros.platform.web;

import io.taros.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** Brought by the module that knows people and organizations; the frame shows what it says. */
public interface ShellNames {
    record Names(@Nullable String account, @Nullable String organization) {}

    Names of(Caller caller);
}
