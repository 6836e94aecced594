package mcpauth0.cli;

/** The words cannot be followed as they stand; the message tells problem, cause and cure. Ends with exit code 2. */
final class WrongWords extends RuntimeException {

    private static final long serialVersionUID = 1;

    WrongWords(String sentence) {
        super(sentence);
    }
}
