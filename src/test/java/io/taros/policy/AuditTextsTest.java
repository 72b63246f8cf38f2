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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a module writes to the audit log can be read there in words, and found by its area. */
class AuditTextsTest {
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
