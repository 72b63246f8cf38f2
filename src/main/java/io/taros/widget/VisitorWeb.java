package io.taros.widget;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the door before the visitor channel. */
@Component
class VisitorWeb implements WebMvcConfigurer {
    private final VisitorDoor door;
    private final VisitArgument visit;

    VisitorWeb(VisitorDoor door, VisitArgument visit) {
        this.door = door;
        this.visit = visit;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(door).addPathPatterns("/widget/v1/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(visit);
    }
}
