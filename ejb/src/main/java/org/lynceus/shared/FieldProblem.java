package org.lynceus.shared;

/**
 * What is wrong with one field of a request.
 *
 * @param pointer JSON pointer into the body ({@code /url}), or the name of a parameter
 * @param detail English sentence
 */
public record FieldProblem(String pointer, String detail) {}
