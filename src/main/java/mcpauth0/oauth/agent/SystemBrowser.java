package mcpauth0.oauth.agent;

import java.io.IOException;
import java.util.function.UnaryOperator;
import mcpauth0.oauth.UserAgent;

/** Opens the system's browser, or the program that {@code $BROWSER} names. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class SystemBrowser implements UserAgent {

    /** @param words looks up the words of the last page */
    public SystemBrowser(UnaryOperator<String> words) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void visit(String url) throws IOException {
        throw new UnsupportedOperationException();
    }
}
