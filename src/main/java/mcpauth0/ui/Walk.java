package mcpauth0.ui;

/** What a page may ask of the window around it. */
public interface Walk {

    /** The page is done; what comes next is not its business. */
    void next();

    /** Goes on to a later page of the set-up; what stands before it counts as answered. */
    void leap(String page);

    void back();

    /** Goes to a page by its id, for "Change" links and the like; the main button of that page then leads back here. */
    void detour(String page);

    /** Goes to a page by its id. */
    void show(String page);

    /** Back to the beginning; everything is kept. */
    void home();
}
