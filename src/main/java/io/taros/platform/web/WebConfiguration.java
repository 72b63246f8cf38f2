package io.taros.platform.web;

import io.taros.platform.security.AccessInterceptor;
import io.taros.platform.security.CallerArgument;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration
class WebConfiguration implements WebMvcConfigurer {
    private final AccessInterceptor access;
    private final CallerArgument caller;
    private final ViewRenderer views;

    WebConfiguration(AccessInterceptor access, CallerArgument caller, ViewRenderer views) {
        this.access = access;
        this.caller = caller;
        this.views = views;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(access);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(caller);
    }

    /** JSON alone; what else happens to lie on the class path is no part of the interface. */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.configureMessageConvertersList(
                all -> all.removeIf(WebConfiguration::isAnotherLanguage));
    }

    private static boolean isAnotherLanguage(HttpMessageConverter<?> converter) {
        return converter.getSupportedMediaTypes().stream()
                .anyMatch(type ->
                        type.getSubtype().contains("yaml") || type.getSubtype().contains("cbor"));
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(views);
    }
}
