package io.taros.nudge;

/**
 * What a browser shows. Sealed for it, so the service that carries it reads nothing.
 *
 * @param url where a click leads, on the website the browser was subscribed on
 * @param tag of two with the same one the later is shown
 */
record PushMessage(String title, String body, String url, String tag) {}
