package io.taros.platform.datamap;

import java.util.List;

/** Brought by modules: everything they keep, personal or not. */
public interface DataMap {
    List<Dataset> datasets();
}
