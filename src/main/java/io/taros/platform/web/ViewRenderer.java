package io.taros.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Renders the {@link View} a controller returns with its precompiled template. */
@Component
public class ViewRenderer implements HandlerMethodReturnValueHandler {
    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.taros.jte");
    private final Shells shells;

    ViewRenderer(Shells shells) {
        this.shells = shells;
        templates.setBinaryStaticContent(true);
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return View.class.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value,
            MethodParameter returnType,
            ModelAndViewContainer container,
            NativeWebRequest request)
            throws IOException {
        container.setRequestHandled(true);
        var response = request.getNativeResponse(HttpServletResponse.class);
        var servletRequest = request.getNativeRequest(HttpServletRequest.class);
        if (!(value instanceof View view) || response == null || servletRequest == null) {
            return;
        }
        if (view instanceof Redirect(var path)) {
            response.setStatus(view.status().value());
            response.setHeader(HttpHeaders.LOCATION, path);
            return;
        }
        write(view, servletRequest, response);
    }

    /** A page instead of the one that was asked for. */
    public void write(View view, HttpServletRequest servletRequest, HttpServletResponse response)
            throws IOException {
        // Rendered whole before the first byte is sent: a failing template is an error page, not
        // half a page.
        var output = render(view, servletRequest);
        response.setStatus(view.status().value());
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    /** A fragment to be sent inside something else, such as an event stream. */
    public String html(View view, HttpServletRequest request) {
        return new String(render(view, request).toByteArray(), StandardCharsets.UTF_8);
    }

    Utf8ByteOutput render(View view, HttpServletRequest request) {
        var output = new Utf8ByteOutput();
        templates.render(
                view.template() + ".jte",
                Map.of("view", view, "shell", shells.of(request)),
                output);
        return output;
    }
}
