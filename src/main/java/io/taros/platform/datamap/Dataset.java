package io.taros.platform.datamap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One table, kind of file, index or job, and what its fields hold. Each method returns another one
 * that says more; names of fields are separated by spaces.
 *
 * @param name of the table, or what the module calls it
 * @param subjects whom it is about; empty if it holds nothing personal
 * @param purpose absent if it holds nothing personal
 * @param fields with personal data
 * @param neutral names of fields without
 * @param isWritten false where it is ready for what is not built yet: then nobody is told that such
 *     things are kept of them
 */
public record Dataset(
        Place place,
        String name,
        Set<Subject> subjects,
        @Nullable Purpose purpose,
        Kept kept,
        List<Field> fields,
        Set<String> neutral,
        boolean isWritten) {
    /** A column, or whatever a place has in its stead. */
    public record Field(String name, Category category, Protection protection) {}

    public Dataset {
        subjects = Set.copyOf(subjects);
        fields = List.copyOf(fields);
        neutral = Set.copyOf(neutral);
    }

    /** With nothing personal in it until something is said to be. */
    public static Dataset of(Place place, String name) {
        return new Dataset(
                place, name, Set.of(), null, new Kept.UntilDone(), List.of(), Set.of(), true);
    }

    public static Dataset table(String name) {
        return of(Place.TABLE, name);
    }

    public Dataset about(Purpose why, Subject... whom) {
        return new Dataset(
                place,
                name,
                EnumSet.copyOf(Arrays.asList(whom)),
                why,
                kept,
                fields,
                neutral,
                isWritten);
    }

    public Dataset keptByRule(String rule) {
        return kept(new Kept.ByRule(rule));
    }

    public Dataset keptWith(String table) {
        return kept(new Kept.With(table));
    }

    public Dataset keptFor(Duration time) {
        return kept(new Kept.For(time));
    }

    public Dataset keptByOperator() {
        return kept(new Kept.ByOperator());
    }

    private Dataset kept(Kept howLong) {
        return new Dataset(place, name, subjects, purpose, howLong, fields, neutral, isWritten);
    }

    public Dataset holds(Category category, String names) {
        return with(category, Protection.CLEAR, names);
    }

    public Dataset seals(Category category, String names) {
        return with(category, Protection.SEALED, names);
    }

    public Dataset hashes(Category category, String names) {
        return with(category, Protection.HASHED, names);
    }

    private Dataset with(Category category, Protection protection, String names) {
        var all = new ArrayList<>(fields);
        for (var field : names.split(" ")) {
            all.add(new Field(field, category, protection));
        }
        return new Dataset(place, name, subjects, purpose, kept, all, neutral, isWritten);
    }

    /** Fields that say nothing about anybody: keys, counters, moments nobody is tied to. */
    public Dataset besides(String names) {
        var all = new TreeSet<>(neutral);
        all.addAll(Arrays.asList(names.split(" ")));
        return new Dataset(place, name, subjects, purpose, kept, fields, all, isWritten);
    }

    public Dataset notWrittenYet() {
        return new Dataset(place, name, subjects, purpose, kept, fields, neutral, false);
    }

    public boolean isPersonal() {
        return purpose != null;
    }

    public Optional<Purpose> use() {
        return Optional.ofNullable(purpose);
    }

    /** How what kind of thing lies; the open things last. */
    public Map<Protection, Set<Category>> lies() {
        var found = new TreeMap<Protection, Set<Category>>(Comparator.reverseOrder());
        fields.forEach(field ->
                found.computeIfAbsent(
                                field.protection(), protection -> EnumSet.noneOf(Category.class))
                        .add(field.category()));
        return found;
    }
}
