package io.taros.policy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.taros.platform.egress.OutboundCall;
import io.taros.platform.fetch.GuardedRequests;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.mail.MailSender;
import org.xbill.DNS.Resolver;

/**
 * P-15, P-21: nothing leaves the house that is not in the ledger. Only {@code Egress} makes an
 * {@link OutboundCall}, and writes it down first; here it is held that nobody sends without one in
 * hand.
 */
class OutboundCallsTest {
    /** What puts bytes on a wire, as far as libraries that are there can. */
    private static final Map<Class<?>, Set<String>> SENDING =
            Map.of(
                    HttpClient.class,
                    Set.of("send", "sendAsync", "newWebSocketBuilder"),
                    org.apache.hc.client5.http.classic.HttpClient.class,
                    Set.of("execute", "executeOpen"),
                    ClientHttpRequestExecution.class,
                    Set.of("execute"),
                    MailSender.class,
                    Set.of("send"),
                    jakarta.mail.Transport.class,
                    Set.of("send", "sendMessage"),
                    jakarta.mail.Store.class,
                    Set.of("connect"),
                    Resolver.class,
                    Set.of("send", "sendAsync"),
                    URL.class,
                    Set.of("openConnection", "openStream", "getContent"),
                    Socket.class,
                    Set.of("<init>", "connect"),
                    SocketChannel.class,
                    Set.of("open", "connect"));

    /** Talks to the operator's own server from the operator's command line; there is no ledger. */
    private static final String COMMAND_LINE = "io.taros.golden.command";

    /** Makes the sockets of the guarded client, which sends only what was declared. */
    private static final String SOCKETS = "io.taros.platform.fetch.Vetting(\\$.*)?";

    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests())
                    .importPackages("io.taros");

    private static final ArchRule EVERY_REQUEST_IS_DECLARED =
            codeUnits()
                    .that()
                    .areDeclaredInClassesThat()
                    .resideOutsideOfPackage(COMMAND_LINE)
                    .and()
                    .areDeclaredInClassesThat()
                    .haveNameNotMatching(SOCKETS)
                    .should(
                            new ArchCondition<JavaCodeUnit>(
                                    "send only with an OutboundCall in hand") {
                                @Override
                                public void check(JavaCodeUnit unit, ConditionEvents events) {
                                    unit.getAccessesFromSelf().stream()
                                            .filter(OutboundCallsTest::isSending)
                                            .filter(_ -> !hasCall(unit))
                                            .forEach(access ->
                                                    events.add(
                                                            SimpleConditionEvent.violated(
                                                                    access,
                                                                    access.getDescription())));
                                }
                            });

    @Test
    void areTheOnlyWayOut() {
        EVERY_REQUEST_IS_DECLARED.check(PRODUCT);
    }

    /** The rule itself: without this it might find nothing because it looks at nothing. */
    @Test
    void areMissedWhereSomebodyForgetsOne() {
        var forgetful = new ClassFileImporter().importClasses(Forgetful.class, Careful.class);

        var found = EVERY_REQUEST_IS_DECLARED.evaluate(forgetful).getFailureReport().getDetails();

        assertThat(found).hasSize(2).allMatch(each -> each.contains("Forgetful"));
    }

    @Test
    void areSeenInEveryPlaceThatSends() {
        var places =
                PRODUCT.stream()
                        .filter(type ->
                                type.getAccessesFromSelf().stream()
                                        .anyMatch(OutboundCallsTest::isSending))
                        .map(JavaClass::getSimpleName)
                        .toList();

        assertThat(places)
                .containsExactlyInAnyOrder(
                        "Transport",
                        "Exchange",
                        "Clamd",
                        "SafeFetch",
                        "GuardedRequests",
                        "TextRecords",
                        "Mails",
                        "Mailbox",
                        "Vetting",
                        "VettedSocket",
                        "GoldenElsewhere");
    }

    /** Libraries that send by themselves are given a way to send that declares. */
    @Test
    void areHandedToLibraries() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.taros.answering.model.Endpoint")
                .and()
                .doNotHaveFullyQualifiedName("io.taros.search.remote.RemoteModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.langchain4j.model.openai..",
                        "dev.langchain4j.model.anthropic..",
                        "dev.langchain4j.model.mistralai..",
                        "dev.langchain4j.http.client.jdk..")
                .check(PRODUCT);
        noClasses()
                .should(
                        callMethodWhere(
                                describe(
                                        "makes a client that sends by itself",
                                        call ->
                                                call.getTargetOwner()
                                                                .getName()
                                                                .equals(
                                                                        "org.springframework.web.client.RestClient")
                                                        && call.getName().equals("create"))))
                .orShould()
                .callConstructor(org.springframework.web.client.RestTemplate.class)
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(
                        "org\\.springframework\\.http\\.client\\.(Simple|Jdk|Jetty|Reactor).*Factory")
                .check(PRODUCT);
        assertThat(PRODUCT.get(GuardedRequests.class).getMethods())
                .filteredOn(method -> method.getName().matches("factory|publicFactory"))
                .hasSize(2)
                .allSatisfy(method -> assertThat(method.getRawParameterTypes()).hasSize(1));
    }

    private static boolean isSending(JavaAccess<?> access) {
        return SENDING.entrySet().stream()
                .anyMatch(entry ->
                        access.getTargetOwner().isAssignableTo(entry.getKey())
                                && entry.getValue().contains(access.getName()));
    }

    /** As a parameter, or for as long as the object lives. */
    private static boolean hasCall(JavaCodeUnit unit) {
        return Stream.concat(
                        unit.getRawParameterTypes().stream(),
                        unit.getOwner().getFields().stream().map(field -> field.getRawType()))
                .anyMatch(type -> type.isEquivalentTo(OutboundCall.class));
    }

    /** Sends what nobody hears of. */
    private static final class Forgetful {
        int ask(HttpClient client, URI address) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(address).build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }

        Runnable later(URI address) {
            return () -> {
                try {
                    address.toURL().openStream().close();
                } catch (IOException unreachable) {
                    throw new IllegalStateException(unreachable);
                }
            };
        }
    }

    private static final class Careful {
        int ask(HttpClient client, URI address, OutboundCall call)
                throws IOException, InterruptedException {
            call.sent(0);
            var request = HttpRequest.newBuilder(address).build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
