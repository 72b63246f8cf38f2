package io.taros.careers;

import org.jspecify.annotations.Nullable;

/** See {@link Application}. */
public record NewApplication(
        String job, String name, String contact, byte[] cv, @Nullable String references) {}
