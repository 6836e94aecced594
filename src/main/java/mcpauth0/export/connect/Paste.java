package mcpauth0.export.connect;

/** Something to put into a client, to the byte. */
public sealed interface Paste {

    String text();

    /** The server's address by itself, which every client takes. */
    record Address(String text) implements Paste {
    }

    /** A line for a terminal, the same in every shell; or, in a client of the terminal, a line for the client. */
    record Command(Use use, String text) implements Paste {
    }

    /**
     * The part of a configuration file that is about this server.
     *
     * @param name of the file, with its folder where that is always the same
     */
    record File(String name, String text) implements Paste {
    }

    /**
     * A link that fills in the client's own form.
     *
     * @param opens whether a browser can be sent there; else it is only for copying
     */
    record Link(String text, boolean opens) implements Paste {
    }

    /** What a command does. Its texts are {@code paste.<id>}. */
    enum Use {
        ADD, SIGN_IN, RUN;

        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
