package io.taros.widget;

import io.taros.attachment.AttachmentSettings;
import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.bot.PublicKey;
import io.taros.platform.security.Admission;
import io.taros.platform.security.Surface;
import io.taros.platform.web.ClientAddress;
import io.taros.platform.web.Forbidden;
import io.taros.platform.web.Limit;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.OverLimit;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.TooLarge;
import io.taros.platform.web.Unserved;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets in whoever names a bot and comes from a website its owner listed. Answers the browser's
 * questions before cross-origin requests, with that one origin and without credentials.
 */
@Component
class VisitorDoor implements HandlerInterceptor {
    private static final String BOT = Bot.class.getName();
    private static final long MAX_BODY = 64 * 1024;
    private static final long MEGABYTE = 1024 * 1024;
    private static final String PREFLIGHT_SECONDS = "600";

    private final Bots bots;
    private final Origins origins;
    private final RateLimits limits;
    private final ClientAddress addresses;
    private final Admission admission;
    private final TransactionTemplate reading;
    private final long maxFile;

    VisitorDoor(
            Bots bots,
            Origins origins,
            RateLimits limits,
            ClientAddress addresses,
            Admission admission,
            AttachmentSettings settings,
            PlatformTransactionManager transactions) {
        maxFile = settings.maxFile().toBytes();
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        this.admission = admission;
        this.bots = bots;
        this.origins = origins;
        this.limits = limits;
        this.addresses = addresses;
    }

    static Bot botOf(HttpServletRequest request) {
        if (request.getAttribute(BOT) instanceof Bot bot) {
            return bot;
        }
        throw new NotFound();
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(BOT) != null) {
            // The second dispatch of a stream that ended.
            return true;
        }
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (CorsUtils.isPreFlightRequest(request)) {
            answerPreflight(request, response);
            return false;
        }
        if (isFirstQuestion(request)) {
            nameOrigin(request, response);
        }
        var bot = letIn(request, response);
        refuseLargeBody(request);
        request.setAttribute(BOT, bot);
        return true;
    }

    private Bot letIn(HttpServletRequest request, HttpServletResponse response) {
        limits.take(Limit.VISITOR, addresses.key(request));
        var named = Objects.requireNonNull(reading.execute(_ -> botNamedIn(request)));
        allowOrigin(named.bot(), request, response);
        if (named.refusal() != null) {
            throw named.refusal();
        }
        return named.bot();
    }

    /**
     * @param refusal what is said instead of serving it
     */
    private record Named(Bot bot, @Nullable Unserved refusal) {}

    private Named botNamedIn(HttpServletRequest request) {
        var variables =
                (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (variables == null || !(variables.get("publicKey") instanceof String key)) {
            throw new NotFound();
        }
        var bot = PublicKey.parse(key).flatMap(bots::find).orElseThrow(NotFound::new);
        var refusal = admission.refusal(bot.publicKey().organization(), Surface.VISITOR);
        return new Named(bot, refusal.orElse(null));
    }

    private void allowOrigin(Bot bot, HttpServletRequest request, HttpServletResponse response) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            // No browser sends a cross-origin request without one.
            return;
        }
        if (!origins.isAllowed(origin, bot, request)) {
            throw new Forbidden();
        }
        nameOrigin(request, response);
    }

    /**
     * What a widget asks before anything else. A browser hides an answer that does not name its
     * page's origin, so a refusal names even one that is not listed: only then can the visitor be
     * told why the chat does not open, rather than that the connection failed.
     */
    private static boolean isFirstQuestion(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && request.getRequestURI().endsWith("/config");
    }

    private static void nameOrigin(HttpServletRequest request, HttpServletResponse response) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Retry-After");
        }
    }

    /**
     * No controller stands behind this one, so what goes wrong is answered here: by a bare status.
     */
    private void answerPreflight(HttpServletRequest request, HttpServletResponse response) {
        try {
            letIn(request, response);
        } catch (NotFound e) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        } catch (Forbidden | OverLimit e) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        } catch (Unserved _) {
            // Said by the answer to the request itself, which a page sees only if it may send it.
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, DELETE");
        response.setHeader(
                HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
                "Authorization, Content-Type, Last-Event-ID");
        response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, PREFLIGHT_SECONDS);
    }

    private void refuseLargeBody(HttpServletRequest request) {
        // What is a little too large is read, to be refused by a sentence that arrives.
        var most = isUpload(request) ? 2 * maxFile : MAX_BODY;
        var length = request.getContentLengthLong();
        var isUnknown = length < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (HttpMethod.POST.matches(request.getMethod()) && (length > most || isUnknown)) {
            throw isUpload(request)
                    ? new TooLarge("attachment.input.large", maxFile / MEGABYTE)
                    : new TooLarge("widget.input.request-large");
        }
    }

    private static boolean isUpload(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/attachments");
    }
}
