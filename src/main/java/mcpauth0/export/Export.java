package mcpauth0.export;

import java.util.Locale;
import mcpauth0.text.Texts;

/**
 * One kind of file to hand over. Pure: facts in, text out. Its name and use are the texts {@code export.<id>.name} and
 * {@code export.<id>.use}.
 */
public interface Export {

    /** Whom a file is for; offered in this order. Its name is the text {@code export-group.<id>}. */
    enum Group {
        /** The MCP server itself, in its own language. */
        SERVER,
        /** What stands in front of it. */
        PROXY,
        /** The tenant, as a file that can be kept and applied again. */
        TENANT;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Kebab case, as {@code export --format} takes it. */
    String id();

    Group group();

    /** What the file is called, unless somebody calls it otherwise. */
    String fileName();

    /** @param texts the language of the comments */
    String write(HandOver facts, Texts texts);
}
