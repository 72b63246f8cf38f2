package io.taros.platform.web;

import io.taros.platform.security.Open;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the server refuses before any of our code sees it, such as an address it cannot read. */
@Controller
@ConditionalOnWebApplication
class ContainerErrors implements ErrorController {
    @RequestMapping("/error")
    @Open("says what went wrong, to whomever it went wrong for")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        // Only refusals before our code arrive here; a failure of ours never leaves Errors.
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var problem =
                code instanceof Integer status && HttpStatus.valueOf(status).is5xxServerError()
                        ? Problem.INTERNAL
                        : Problem.BAD_REQUEST;
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.detail(problem.title() + "."));
    }
}
