package io.taros.knowledge.web;

/** Whether what is added reaches visitors at once. */
public enum Waiting {
    NO,
    IN_DRAFT
}
