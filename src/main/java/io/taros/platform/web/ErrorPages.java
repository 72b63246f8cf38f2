package io.taros.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

@Component
public class ErrorPages {
    private static final MediaType HTML =
            new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final ViewRenderer renderer;

    ErrorPages(ViewRenderer renderer) {
        this.renderer = renderer;
    }

    ResponseEntity<String> page(Problem problem, String sentence, HttpServletRequest request) {
        var html = renderer.render(new ErrorPage(problem, sentence), request);
        return ResponseEntity.status(problem.status())
                .contentType(HTML)
                .body(new String(html.toByteArray(), StandardCharsets.UTF_8));
    }

    /** For filters, which run before any controller. */
    public void write(
            Problem problem,
            String sentence,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var html = renderer.render(new ErrorPage(problem, sentence), request);
        response.setStatus(problem.status().value());
        response.setContentType(HTML.toString());
        html.writeTo(response.getOutputStream());
    }
}
