package io.taros.policy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.taros.platform.sql.CrossOrganization;
import io.taros.platform.sql.StaffConnections;
import io.taros.platform.sql.copy.DatabaseSnapshot;
import io.taros.platform.storage.BlobStore;
import jakarta.servlet.ServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

/** What the compiler cannot hold. */
@AnalyzeClasses(packages = "io.taros", importOptions = DoNotIncludeTests.class)
class CodeTest {
    /**
     * Self-healing after a crash, the claiming of jobs, the check of all audit logs, whose a bot is
     * on the command line, staff, whose a domain is, retention, all keys, to whom something went,
     * the books, whose a browser is.
     */
    private static final String[] MAY_LOOK_ACROSS = {
        "io.taros.platform.sql",
        "io.taros.platform.jobs",
        "io.taros.platform.audit",
        "io.taros.platform.crypto",
        "io.taros.platform.web",
        "io.taros.knowledge..",
        "io.taros.conversation..",
        "io.taros.bot",
        "io.taros.organization",
        "io.taros.partner",
        "io.taros.signon",
        "io.taros.staff",
        "io.taros.privacy",
        "io.taros.egress",
        "io.taros.billing",
        "io.taros.analytics",
        "io.taros.nudge"
    };

    private static final Set<Class<?>> TIME =
            Set.of(
                    Instant.class,
                    LocalDate.class,
                    LocalDateTime.class,
                    OffsetDateTime.class,
                    ZonedDateTime.class);

    @ArchTest
    static final ArchRule onlyAFewPlacesLookAcrossOrganizations =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(MAY_LOOK_ACROSS)
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(CrossOrganization.class);

    /** It sees everything of everybody. */
    @ArchTest
    static final ArchRule onlyBackupsReadTheWholeDatabase =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("io.taros.platform.sql..", "io.taros.backup")
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(DatabaseSnapshot.class, StaffConnections.class);

    @ArchTest
    static final ArchRule theTimeIsAskedOfTheInjectedClock =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.taros.jte..")
                    .should()
                    .callMethodWhere(
                            describe(
                                    "reads the machine's clock",
                                    (JavaMethodCall call) -> readsTheClock(call)));

    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Service")
                    .orShould()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Dto");

    /**
     * That of the command line runs where no server does; identities are asked for through the
     * guard of platform.fetch, only by a library with requests of its own.
     */
    @ArchTest
    static final ArchRule requestsLeaveThroughFewDoors =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "io.taros.platform.fetch..",
                            "io.taros.platform.identity",
                            "io.taros.answering.model..",
                            "io.taros.golden.command",
                            "io.taros.search.remote..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.net.http..",
                            "org.apache.hc..",
                            "org.springframework.web.client..",
                            "org.springframework.web.reactive..",
                            "dev.langchain4j.http..");

    /**
     * P-06: what is kept of a caller is made of the address, and the server's name of a request
     * too.
     */
    @ArchTest
    static final ArchRule addressesOfCallersAreReadInOnePlace =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.taros.platform.web")
                    .should()
                    .callMethodWhere(
                            describe(
                                    "asks where a request came from",
                                    (JavaMethodCall call) ->
                                            call.getTargetOwner()
                                                            .isAssignableTo(ServletRequest.class)
                                                    && (call.getName().startsWith("getRemote")
                                                            || call.getName()
                                                                    .equals("getRequestId"))));

    /** The records that prove domains are asked of the server the operator chose. */
    @ArchTest
    static final ArchRule namesAreAskedThroughOneDoor =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.taros.platform.fetch..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.xbill.DNS..", "javax.naming..");

    /** Whoever keeps files names them, or they would be taken for strays. */
    @ArchTest
    static final ArchRule filesAreKeptByThoseWhoNameThem =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("io.taros.knowledge..", "io.taros.conversation")
                    .should()
                    .callMethodWhere(
                            describe(
                                    "stores a file",
                                    (JavaMethodCall call) ->
                                            call.getTargetOwner().isEquivalentTo(BlobStore.class)
                                                    && call.getName().equals("put")));

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields =
            noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule fieldsAreFinal =
            fields().that()
                    .areDeclaredInClassesThat(
                            describe(
                                    "are controllers",
                                    (JavaClass type) ->
                                            type.isMetaAnnotatedWith(Controller.class)
                                                    || type.isAnnotatedWith(RestController.class)))
                    .should()
                    .beFinal()
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule transactionsBeginBehindControllers =
            methods()
                    .that()
                    .areDeclaredInClassesThat(
                            describe(
                                    "are controllers",
                                    (JavaClass type) -> type.isMetaAnnotatedWith(Controller.class)))
                    .should()
                    .notBeAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule configurationIsThePlatformsBusiness =
            classes()
                    .that()
                    .areAnnotatedWith(Configuration.class)
                    .should()
                    .resideInAnyPackage(
                            "io.taros.platform..",
                            "io.taros.search..",
                            "io.taros.answering..",
                            "io.taros.knowledge..");

    @ArchTest
    static void platformKnowsNoModule(JavaClasses all) {
        noClasses()
                .that()
                .resideInAPackage("io.taros.platform..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.taros..")
                                .and(
                                        describe(
                                                "are not the platform's",
                                                type ->
                                                        !type.getPackageName()
                                                                .startsWith("io.taros.platform"))))
                .check(all);
    }

    private static boolean readsTheClock(JavaMethodCall call) {
        var owner = call.getTargetOwner();
        var name = call.getName();
        if (owner.isEquivalentTo(System.class)) {
            return name.equals("currentTimeMillis");
        }
        if (owner.isEquivalentTo(Clock.class)) {
            return name.startsWith("system") && !isThePlatform(call);
        }
        return TIME.stream().anyMatch(owner::isEquivalentTo) && name.equals("now");
    }

    /** Where the clock that is injected everywhere comes from. */
    private static boolean isThePlatform(JavaMethodCall call) {
        return call.getOriginOwner().getPackageName().startsWith("io.taros.platform");
    }
}
