package mcpauth0.dist;

/**
 * What is packed, in the words of its own build file.
 *
 * @param version three numbers; that of a package has to rise
 * @param description one sentence
 * @param vendor who answers for the package
 */
record Release(String version, String description, String vendor) {
}
