package io.taros.account.web;

/**
 * One by whom people can sign in.
 *
 * @param key names it in addresses
 */
public record ProviderButton(String key, String name) {}
