package io.taros.platform.security;

/**
 * Somebody known asked for what they may not do.
 *
 * @param route the method and pattern of the route
 */
public record AccessRefused(Caller caller, String route, Permission wanted) {}
