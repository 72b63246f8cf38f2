package io.taros.policy;

import io.taros.platform.security.Open;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The route list itself, as the running application has it. */
@Component
class Routes {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)[^}]*}");

    /** One method at one address. */
    record Route(String method, String pattern, HandlerMethod handler) {
        @Nullable Permission permission() {
            var requires = handler.getMethodAnnotation(Requires.class);
            return requires == null ? null : requires.value();
        }

        boolean isOpen() {
            return handler.hasMethodAnnotation(Open.class);
        }

        boolean isApi() {
            return pattern.startsWith("/api/");
        }

        boolean isVisitors() {
            return pattern.startsWith("/widget");
        }

        boolean isStaffs() {
            return pattern.equals("/staff") || pattern.startsWith("/staff/");
        }

        boolean isPage() {
            return !isApi() && !isVisitors();
        }

        List<String> variables() {
            return VARIABLE.matcher(pattern).results().map(found -> found.group(1)).toList();
        }

        String at(Function<String, String> value) {
            return VARIABLE.matcher(pattern).replaceAll(found -> value.apply(found.group(1)));
        }

        String atRandom() {
            return at(variable -> UUID.randomUUID().toString());
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    private final List<Route> all = new ArrayList<>();

    Routes(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        mapping.getHandlerMethods().entrySet().stream()
                .filter(entry ->
                        entry.getValue().getBeanType().getPackageName().startsWith("io.taros"))
                .forEach(this::add);
        all.sort(Comparator.comparing(Route::toString));
    }

    private void add(
            Map.Entry<org.springframework.web.servlet.mvc.method.RequestMappingInfo, HandlerMethod>
                    entry) {
        var methods = entry.getKey().getMethodsCondition().getMethods();
        for (var pattern : entry.getKey().getPatternValues()) {
            for (var method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                all.add(new Route(method.name(), pattern, entry.getValue()));
            }
        }
    }

    List<Route> all() {
        return all;
    }
}
