package io.taros.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

@Component
public class ErrorPages {
    private static final MediaType HTML =
            new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    /** Whoever refuses these has no more to say than that, and says it to machines. */
    private static final Set<Problem> SPEAK_FOR_THEMSELVES =
            EnumSet.of(
                    Problem.BAD_REQUEST,
                    Problem.UNAUTHENTICATED,
                    Problem.FORBIDDEN,
                    Problem.SUSPENDED,
                    Problem.NOT_INCLUDED,
                    Problem.NOT_FOUND,
                    Problem.METHOD,
                    Problem.MEDIA_TYPE,
                    Problem.NOT_ACCEPTABLE,
                    Problem.OVER_LIMIT,
                    Problem.UNAVAILABLE,
                    Problem.INTERNAL);

    private final ViewRenderer renderer;

    ErrorPages(ViewRenderer renderer) {
        this.renderer = renderer;
    }

    ResponseEntity<String> page(Problem problem, String sentence, HttpServletRequest request) {
        var told = SPEAK_FOR_THEMSELVES.contains(problem) ? null : sentence;
        var html = renderer.render(page(problem, whyOf(problem), told, request), request);
        return ResponseEntity.status(problem.status())
                .contentType(HTML)
                .body(new String(html.toByteArray(), StandardCharsets.UTF_8));
    }

    /**
     * For filters, which run before any controller.
     *
     * @param key of the text that says why and what to do
     */
    public void write(
            Problem problem, String key, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var html = renderer.render(page(problem, key, null, request), request);
        response.setStatus(problem.status().value());
        response.setContentType(HTML.toString());
        html.writeTo(response.getOutputStream());
    }

    private static ErrorPage page(
            Problem problem, String key, @Nullable String sentence, HttpServletRequest request) {
        return new ErrorPage(problem, key, sentence, RequestIds.of(request));
    }

    private static String whyOf(Problem problem) {
        return "platform.problem.why." + problem.name();
    }
}
