package mcpauth0.ui.model;

import java.util.Locale;

/** How a station of a connection stands. Each has its shape, its word ({@code mark.<id>}) and its colour. */
public enum Mark {
    /** Not begun. */
    TO_DO,
    /** Being looked at. */
    RUNNING,
    /** Everything that could be seen is as it must be. */
    GOOD,
    /** Works, with something to look at. */
    LOOK,
    /** Something is broken here. */
    BROKEN,
    /** Not seen: something before it is in the way, or it was not asked for. */
    UNSEEN;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
