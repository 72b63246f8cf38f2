package io.taros.answering.model;

/** What a model is given: the rules, and the material with the question. */
public record Prompt(String system, String user) {}
