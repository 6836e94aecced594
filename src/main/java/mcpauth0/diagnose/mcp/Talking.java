package mcpauth0.diagnose.mcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.mcp.Conversation.Asides;
import mcpauth0.diagnose.transport.Listening;
import mcpauth0.diagnose.transport.Opening;
import mcpauth0.http.Exchange;
import mcpauth0.http.Http;
import mcpauth0.oauth.mcp.Era;
import mcpauth0.oauth.mcp.Eras;
import mcpauth0.oauth.mcp.McpAnswer;
import mcpauth0.oauth.mcp.McpCall;
import mcpauth0.oauth.mcp.McpSession;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/** One conversation with the genuine token, at the address that answers. */
final class Talking {

    /** What is asked for when a server takes neither of the newer versions. */
    private static final String OLDER = "2025-06-18";

    private final Look look;
    private final Http http;
    private final McpUrl server;
    private final Secret token;

    Talking(Look look, McpUrl server, Secret token) {
        this.look = look;
        this.http = look.http();
        this.server = server;
        this.token = token;
    }

    Conversation run() throws InterruptedException {
        var begun = look.together(List.<Callable<McpAnswer>>of(() -> send(McpCall.discover(server)),
                () -> send(McpCall.initialize(server))));
        var eras = new Eras(begun.getFirst(), begun.getLast());
        var status = eras.legacy().status();
        if (eras.modern().accepted() || eras.legacy().accepted())
            return in(eras, eras.legacy().accepted() ? again() : null);
        if (status == 404 || status == 405)
            return alone(eras, http.send(
                    Listening.forEndpoint(server, look.timeout()).bearer(token.reveal())));
        if (status != 400)
            return alone(eras, null);
        var older = send(McpCall.initialize(server, OLDER));
        return older.accepted()
                ? in(new Eras(eras.modern(), older), McpSession.of(http, token, older))
                : alone(eras, null);
    }

    private static Conversation alone(Eras eras, @Nullable Exchange listening) {
        return new Conversation(eras, null, null, List.of(),
                new Asides(null, null, null, null, List.of(), listening));
    }

    /** A second session, so that there are two ids to compare. */
    private @Nullable McpSession again() {
        return McpSession.open(http, server, Era.LEGACY, token,
                look.timeout()) instanceof McpSession.Opening.Opened(var session) ? session : null;
    }

    private Conversation in(Eras eras, @Nullable McpSession legacy) throws InterruptedException {
        var modern = eras.modern().accepted() ? McpSession.of(http, token, eras.modern()) : null;
        var session = modern == null ? legacy : modern;
        if (session == null)
            return alone(eras, null);
        var tools = new AtomicReference<McpSession.Tools>();
        var listening = new AtomicReference<Exchange>();
        var calls = new ArrayList<Callable<List<McpAnswer>>>();
        calls.add(() -> list(session, "Accept", "text/event-stream, application/json"));
        calls.add(() -> list(session, "Origin", Opening.STRANGE_ORIGIN));
        calls.add(() -> modern == null ? List.of() : list(modern, "Mcp-Method", "resources/list"));
        calls.add(() -> {
            tools.set(session.tools());
            listening.set(listen(legacy));
            return List.of();
        });
        if (!server.loopback())
            for (var origin : Opening.CLIENT_ORIGINS)
                calls.add(() -> list(session, "Origin", origin));
        var answers = look.together(calls);
        var withId = legacy != null && legacy.id() != null ? legacy : null;
        var ids = Stream.of(eras.legacy().session(), withId == null ? null : withId.id()).filter(Objects::nonNull)
                .distinct().toList();
        return new Conversation(eras, tools.get(), withId, ids,
                new Asides(legacy == null ? null : legacy.initialized(), first(answers.getFirst()),
                        first(answers.get(2)), first(answers.get(1)),
                        answers.stream().skip(4).flatMap(List::stream).toList(), listening.get()));
    }

    private static @Nullable McpAnswer first(List<McpAnswer> answers) {
        return answers.isEmpty() ? null : answers.getFirst();
    }

    private List<McpAnswer> list(McpSession session, String header, String value) {
        return List.of(session.call("tools/list").with(header, value).send(http));
    }

    private Exchange listen(@Nullable McpSession legacy) {
        var request = Listening.at(server, look.timeout()).bearer(token.reveal());
        if (legacy == null)
            return http.send(request.with("MCP-Protocol-Version", Era.MODERN.version()));
        var id = legacy.id();
        var versioned = request.with("MCP-Protocol-Version", legacy.version());
        return http.send(id == null ? versioned : versioned.with("Mcp-Session-Id", id));
    }

    private McpAnswer send(McpCall call) {
        return call.withToken(token).within(look.timeout()).send(http);
    }
}
