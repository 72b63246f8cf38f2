package io.taros.platform.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is not even a request, the server answers itself, by a page that names it and repeats what
 * was sent; here by the same problem document as everything else.
 */
@Component
@ConditionalOnWebApplication
class MalformedRequests implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {
    private static final int URI_TOO_LONG = 414;
    private static final int HEADERS_TOO_LARGE = 431;

    private final JsonMapper json;

    MalformedRequests(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.setErrorHandler(new Refusal()));
    }

    private final class Refusal extends ErrorHandler {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            var problem = Errors.problemFor(response.getStatus());
            var detail = problem.detail(sentence(problem, response.getStatus()));
            detail.setStatus(response.getStatus());
            response.getHeaders()
                    .put(HttpHeader.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.write(true, ByteBuffer.wrap(json.writeValueAsBytes(detail)), callback);
            return true;
        }

        private static String sentence(Problem problem, int status) {
            return switch (status) {
                case URI_TOO_LONG -> "The address is too long.";
                case HEADERS_TOO_LARGE -> "The headers of the request are too large.";
                default -> problem.title() + ".";
            };
        }
    }
}
