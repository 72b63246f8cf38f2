package io.taros.widget;

import io.taros.bot.Bot;
import io.taros.conversation.Conversation;
import io.taros.conversation.Conversations;
import io.taros.conversation.VisitorToken;
import io.taros.platform.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives controller methods the {@link Bot} the door let in, or the {@link Visit}. No token, a wrong
 * one, one of another website, another bot's conversation and one that never existed all answer
 * alike.
 */
@Component
class VisitArgument implements HandlerMethodArgumentResolver {
    private static final String SCHEME = "Bearer ";

    private final Conversations conversations;
    private final Origins origins;

    VisitArgument(Conversations conversations, Origins origins) {
        this.origins = origins;
        this.conversations = conversations;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visit.class
                || parameter.getParameterType() == Bot.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        var servletRequest = request.getNativeRequest(HttpServletRequest.class);
        if (servletRequest == null) {
            throw new NotFound();
        }
        var bot = VisitorDoor.botOf(servletRequest);
        return parameter.getParameterType() == Bot.class ? bot : visit(bot, servletRequest);
    }

    private Visit visit(Bot bot, HttpServletRequest request) {
        var conversation =
                conversations.get(conversationNamedIn(request), bot.id(), tokenIn(request));
        return new Visit(bot, conversation);
    }

    private static Conversation.Id conversationNamedIn(HttpServletRequest request) {
        var variables =
                (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        try {
            return new Conversation.Id(
                    UUID.fromString(variables == null ? "" : String.valueOf(variables.get("id"))));
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    private VisitorToken tokenIn(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(SCHEME)) {
            throw new NotFound();
        }
        return new VisitorToken(header.substring(SCHEME.length()).strip(), origins.siteOf(request));
    }
}
