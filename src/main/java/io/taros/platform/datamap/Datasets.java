package io.taros.platform.datamap;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The map as a whole: what every module brought. */
@Component
public class Datasets {
    private final List<Dataset> all;
    private final Map<String, Dataset> tables;

    Datasets(List<DataMap> modules) {
        all = modules.stream().map(DataMap::datasets).flatMap(Collection::stream).toList();
        tables =
                all.stream()
                        .filter(dataset -> dataset.place() == Place.TABLE)
                        .collect(Collectors.toMap(Dataset::name, dataset -> dataset));
    }

    public List<Dataset> all() {
        return all;
    }

    /** What is personal, by what it is for, in the order of the purposes. */
    public Map<Purpose, List<Dataset>> byPurpose() {
        var found = new LinkedHashMap<Purpose, List<Dataset>>();
        for (var purpose : Purpose.values()) {
            var datasets =
                    all.stream()
                            .filter(dataset -> dataset.purpose() == purpose)
                            .sorted(
                                    Comparator.comparing(Dataset::place)
                                            .thenComparing(Dataset::name))
                            .toList();
            if (!datasets.isEmpty()) {
                found.put(purpose, datasets);
            }
        }
        return found;
    }

    /**
     * What ends it in the end: of what goes with something else, what that goes with.
     *
     * @throws NoSuchElementException if it goes with a table that is not on the map
     */
    public Kept endOf(Dataset dataset) {
        var kept = dataset.kept();
        while (kept instanceof Kept.With(var table)) {
            kept = table(table).kept();
        }
        return kept;
    }

    public Dataset table(String name) {
        var found = tables.get(name);
        if (found == null) {
            throw new NoSuchElementException("No table " + name + " on the map");
        }
        return found;
    }
}
