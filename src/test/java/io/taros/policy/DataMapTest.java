package io.taros.policy;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.taros.platform.datamap.Category;
import io.taros.platform.datamap.Dataset;
import io.taros.platform.datamap.Dataset.Field;
import io.taros.platform.datamap.Datasets;
import io.taros.platform.datamap.Kept;
import io.taros.platform.datamap.Place;
import io.taros.platform.datamap.Protection;
import io.taros.platform.jobs.Job;
import io.taros.platform.retention.RetentionRule;
import io.taros.platform.retention.RetentionRules;
import io.taros.platform.sql.DatabaseOwner;
import io.taros.platform.sql.Id;
import io.taros.platform.storage.BlobStore;
import io.taros.search.lucene.IndexFields;
import io.taros.testing.TarosTest;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.sql.DriverManager;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * P-17, P-18: whatever is kept has said what it is. A column, file, field of the index or payload
 * of a job that no module's {@code DataMap} names fails here.
 */
@TarosTest
class DataMapTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.taros");

    private final Datasets datasets;
    private final RetentionRules rules;
    private final DatabaseOwner owner;

    DataMapTest(Datasets datasets, RetentionRules rules, DatabaseOwner owner) {
        this.datasets = datasets;
        this.rules = rules;
        this.owner = owner;
    }

    @Test
    void namesEveryColumnOfTheDatabaseOnceAndNoOther() throws Exception {
        var named =
                in(Place.TABLE).flatMap(table -> names(table).map(table.name()::concat)).toList();

        assertThat(named)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        select(
                                """
                                select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
                                where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
                                  and a.attnum > 0 and not a.attisdropped
                                """));
    }

    /**
     * A name that promises something is kept to it: {@code sealed_email} is not said to lie open.
     */
    @Test
    void saysWhatIsSealedAndWhatIsADigest() {
        assertThat(in(Place.TABLE).flatMap(table -> table.fields().stream()))
                .allSatisfy(field -> {
                    var isSealed = field.name().startsWith("sealed_");
                    if (isSealed || field.name().endsWith("hash")) {
                        assertThat(field.protection())
                                .as(field.name())
                                .isEqualTo(isSealed ? Protection.SEALED : Protection.HASHED);
                    }
                });
        assertThat(in(Place.TABLE).flatMap(table -> table.neutral().stream()))
                .as("sealed because it tells something")
                .noneMatch(name -> name.startsWith("sealed_"));
    }

    @Test
    void saysOfEverythingPersonalWhomItIsAboutAndWhatEndsIt() {
        assertThat(datasets.all().stream().filter(Dataset::isPersonal))
                .allSatisfy(dataset -> {
                    assertThat(dataset.subjects()).as(dataset.name()).isNotEmpty();
                    assertThat(dataset.fields()).as(dataset.name()).isNotEmpty();
                    assertThat(datasets.endOf(dataset)).as(dataset.name()).isNotNull();
                });
        assertThat(datasets.all().stream().filter(dataset -> !dataset.isPersonal()))
                .allSatisfy(dataset ->
                        assertThat(dataset.fields().stream().map(Field::category))
                                .as(dataset.name())
                                .allMatch(Category.CREDENTIAL::equals));
    }

    /** A rule that is named is carried out, and about that table. */
    @Test
    void namesNoRuleThatNobodyCarriesOut() {
        var known = rules.all().stream().map(RetentionRule::name).collect(toSet());
        var named =
                datasets.all().stream()
                        .map(Dataset::kept)
                        .filter(Kept.ByRule.class::isInstance)
                        .map(kept -> ((Kept.ByRule) kept).rule())
                        .collect(toSet());

        assertThat(named).isEqualTo(known);
    }

    /** Going with something is what the database does, or the erasure of an organization. */
    @Test
    void saysThatRowsGoWithOthersOnlyWhereTheyDo() throws Exception {
        var cascades =
                select(
                        """
                        select conrelid::regclass || ' ' || confrelid::regclass from pg_constraint
                        where contype = 'f' and confdeltype = 'c'
                        """);

        assertThat(in(Place.TABLE).filter(table -> table.kept() instanceof Kept.With))
                .allSatisfy(table -> {
                    var with = ((Kept.With) table.kept()).table();
                    if (with.equals("organization")) {
                        assertThat(table.neutral()).as(table.name()).contains("organization_id");
                    } else {
                        assertThat(cascades).contains(table.name() + " " + with);
                    }
                });
    }

    @Test
    void namesWhoeverKeepsFiles() {
        var writers =
                CLASSES.get(BlobStore.class).getMethodCallsToSelf().stream()
                        .filter(call -> call.getTarget().getName().equals("put"))
                        .map(call -> call.getOriginOwner().getSimpleName())
                        .collect(toSet());

        // Beside the files of organizations, which have one store.
        writers.addAll(Set.of("Backups", "ErasureJournal"));
        assertThat(in(Place.FILE).map(Dataset::name)).containsExactlyInAnyOrderElementsOf(writers);
    }

    /** Of those that end with a dot there is one for each language. */
    @Test
    void namesEveryFieldOfTheIndex() throws Exception {
        var fields = new TreeSet<String>();
        for (var field : IndexFields.class.getDeclaredFields()) {
            field.setAccessible(true);
            if (Modifier.isStatic(field.getModifiers())
                    && field.getType() == String.class
                    && !field.getName().equals("SCHEMA")) {
                fields.add(String.valueOf(field.get(null)).replace(".", ""));
            }
        }

        assertThat(in(Place.INDEX).flatMap(DataMapTest::names).map(name -> name.substring(1)))
                .containsExactlyInAnyOrderElementsOf(fields);
    }

    /** Ids, moments and counters say nothing about anybody; whatever else waits says what it is. */
    @Test
    void namesEveryJobThatCarriesMoreThanIds() {
        var jobs = in(Place.JOB).flatMap(job -> names(job).map(job.name()::concat)).toList();
        var carried =
                CLASSES.get(Job.class).getAllSubclasses().stream()
                        .map(job -> job.reflect())
                        .filter(Class::isRecord)
                        .flatMap(job ->
                                Arrays.stream(job.getRecordComponents())
                                        .filter(part -> !isNeutral(part))
                                        .map(part -> job.getSimpleName() + "." + part.getName()))
                        .collect(toSet());

        assertThat(jobs).containsAll(carried);
    }

    private static boolean isNeutral(RecordComponent part) {
        var type = part.getType();
        return type.isPrimitive()
                || type.isEnum()
                || type == UUID.class
                || Id.class.isAssignableFrom(type)
                || Temporal.class.isAssignableFrom(type);
    }

    private Stream<Dataset> in(Place place) {
        return datasets.all().stream().filter(dataset -> dataset.place() == place);
    }

    private static Stream<String> names(Dataset dataset) {
        return Stream.concat(dataset.fields().stream().map(Field::name), dataset.neutral().stream())
                .map("."::concat);
    }

    private Set<String> select(String sql) throws Exception {
        try (var connection =
                        DriverManager.getConnection(
                                owner.url(), owner.username(), owner.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new TreeSet<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
