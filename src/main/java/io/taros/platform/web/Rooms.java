package io.taros.platform.web;

import io.taros.platform.security.Caller;
import java.util.Set;

/** Brought by a module whose room not every organization has. */
public interface Rooms {
    /** Of the bound organization; the caller may lack the permission besides. */
    Set<Door> shutTo(Caller caller);
}
