package io.taros.organization;

import java.util.List;
import java.util.UUID;

/** Brought by the module that knows bots, so that a member can be limited to some of them. */
public interface BotNames {
    record Named(UUID id, String name) {}

    /** All of the bound organization's that the caller may see, the oldest first. */
    List<Named> list();
}
