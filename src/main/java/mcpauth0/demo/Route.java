package mcpauth0.demo;

import java.io.IOException;

/** Answers one kind of request. */
@FunctionalInterface
interface Route {

    Outgoing answer(Incoming request) throws IOException;

    /** Stands before every route and decides whether it is asked. */
    @FunctionalInterface
    interface Gate {
        Outgoing answer(Incoming request, Route next) throws IOException;
    }
}
