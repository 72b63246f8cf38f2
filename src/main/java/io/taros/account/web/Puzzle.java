package io.taros.account.web;

/**
 * What a browser works on before a form is taken: the number below {@code most} for which the hash
 * of salt and number is the challenge.
 *
 * @param algorithm of the hash, as the Web Crypto API calls it
 * @param challenge in hexadecimal
 * @param signature sent back as it came
 */
public record Puzzle(
        String algorithm, String challenge, String salt, String signature, long most) {}
