package io.taros.policy;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import io.taros.Taros;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
    /** Templates are compiled into one package and see the view records of all modules. */
    @Test
    void dependOnlyOnWhatTheyDeclare() {
        ApplicationModules.of(Taros.class, resideInAPackage("io.taros.jte..")).verify();
    }
}
