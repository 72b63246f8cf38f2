package io.taros.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.taros.platform.audit.AuditAction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a module writes to the audit log can be read there in words, and found by its area. */
class AuditTextsTest {
    private static final Pattern DETAIL =
            Pattern.compile("(?:Map\\.of\\(|detail\\.put\\()\\s*\"([\\w-]+)\"");

    @Test
    void areThereForEveryActionOfEveryModule() throws IOException {
        var codes = codes();
        for (var bundle : List.of("messages.properties", "messages_da.properties")) {
            var texts = texts(bundle);
            assertThat(codes)
                    .hasSizeGreaterThan(30)
                    .allSatisfy(code ->
                            assertThat(texts.getProperty("organization.audit." + code))
                                    .as("%s in %s", code, bundle)
                                    .isNotBlank())
                    .allSatisfy(code ->
                            assertThat(
                                            texts.getProperty(
                                                    "organization.audit.area."
                                                            + code.substring(0, code.indexOf('.'))))
                                    .as("area of %s in %s", code, bundle)
                                    .isNotBlank());
        }
    }

    /** A page that shows an entry with a detail without a name would fail as a whole. */
    @Test
    void nameEveryDetailOfAnEntry() throws IOException {
        var names = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var source = Files.readString(file);
                if (source.contains("platform.audit")) {
                    DETAIL.matcher(source).results().forEach(found -> names.add(found.group(1)));
                }
            }
        }
        for (var bundle : List.of("messages.properties", "messages_da.properties")) {
            var texts = texts(bundle);
            assertThat(names)
                    .contains("version", "reason", "rule")
                    .allSatisfy(name ->
                            assertThat(texts.getProperty("organization.audit.detail." + name))
                                    .as("%s in %s", name, bundle)
                                    .isNotBlank());
        }
    }

    private static List<String> codes() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("io.taros").stream()
                        .filter(type -> type.isAssignableTo(AuditAction.class) && type.isEnum())
                        .map(JavaClass::reflect)
                        .flatMap(type -> Stream.of(Objects.requireNonNull(type.getEnumConstants())))
                        .map(constant -> ((AuditAction) constant).code())
                        .toList();
    }

    private static Properties texts(String bundle) throws IOException {
        var texts = new Properties();
        try (var reader =
                Files.newBufferedReader(
                        Path.of("src/main/resources/i18n/organization", bundle),
                        StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
