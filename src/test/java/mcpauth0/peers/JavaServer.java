package mcpauth0.peers;

import com.nimbusds.jwt.JWTClaimsSet;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import javax.net.ssl.SSLSocketFactory;
import mcpauth0.http.Json;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/** An MCP server as people write them in Java: the official SDK's servlet in Tomcat, behind a filter for the tokens. */
final class JavaServer implements AutoCloseable {

    /**
     * Who it is, and whom it trusts.
     *
     * @param folder for what Tomcat keeps
     * @param certificate PEM
     * @param key PEM
     * @param issuer of tokens
     * @param sockets with which the issuer's keys are fetched
     * @param careful whether it takes tokens for itself alone and tells at once that a stream opens, which the SDK
     *            (2.1) leaves until there is something to send
     */
    record Options(Path folder, Path certificate, Path key, String issuer, SSLSocketFactory sockets, boolean careful) {
    }

    private final Tomcat tomcat;
    private final McpSyncServer mcp;
    private final String url;

    private JavaServer(Tomcat tomcat, McpSyncServer mcp, String url) {
        this.tomcat = tomcat;
        this.mcp = mcp;
        this.url = url;
    }

    /** What stands before the SDK's servlet, which is called {@code mcp}. */
    interface Front {

        void register(ServletContext context, String url) throws ServletException;
    }

    static JavaServer start(Options options) throws LifecycleException, IOException {
        return start(options, JavaServer::ownOrigin, (context, url) -> {
            var origin = url.substring(0, url.length() - "/mcp".length());
            var filter = context.addFilter("tokens",
                    tokens(options, url, origin + "/.well-known/oauth-protected-resource/mcp"));
            filter.setAsyncSupported(true);
            filter.addMappingForServletNames(null, false, "mcp");
            if (options.careful()) {
                var early = context.addFilter("early", (request, response, chain) -> chain.doFilter(request,
                        new EarlyHeaders((HttpServletResponse) response)));
                early.setAsyncSupported(true);
                early.addMappingForServletNames(null, true, "mcp");
            }
            context.addServlet("metadata", new Metadata(url, options.issuer())).addMapping(
                    "/.well-known/oauth-protected-resource", "/.well-known/oauth-protected-resource/mcp");
        });
    }

    /** With all that is checked before a call in front of the SDK. */
    static JavaServer start(Options options, Front front) throws LifecycleException, IOException {
        return start(options, (transport, _) -> transport, front);
    }

    private static HttpServletStreamableServerTransportProvider.Builder ownOrigin(
            HttpServletStreamableServerTransportProvider.Builder transport, String origin) {
        return transport.httpHeaderValidator(
                DefaultServerTransportSecurityValidator.builder().allowedOrigin(origin).build());
    }

    private static TokenFilter tokens(Options options, String url, String metadata) throws ServletException {
        try {
            return new TokenFilter(options, url, metadata);
        } catch (MalformedURLException e) {
            throw new ServletException(e);
        }
    }

    private static JavaServer start(Options options,
            BiFunction<HttpServletStreamableServerTransportProvider.Builder, String, HttpServletStreamableServerTransportProvider.Builder> checked,
            Front front) throws LifecycleException, IOException {
        var tomcat = new Tomcat();
        tomcat.setBaseDir(options.folder().toString());
        tomcat.setConnector(connector(options));
        tomcat.init();
        var origin = "https://localhost:" + tomcat.getConnector().getLocalPort();
        var url = origin + "/mcp";
        var transport = checked.apply(HttpServletStreamableServerTransportProvider.builder().mcpEndpoint("/mcp")
                .contextExtractor(
                        request -> McpTransportContext.create(Map.of("claims", request.getAttribute("claims")))),
                origin).build();
        var mcp = McpServer.sync(transport).serverInfo("peer", "1.0.0").toolCall(whoami(), (exchange, _) -> {
            var claims = (JWTClaimsSet) exchange.transportContext().get("claims");
            return CallToolResult.builder()
                    .addTextContent(claims.getSubject() + " by " + claims.getClaim("azp")).build();
        }).build();
        tomcat.addContext("", options.folder().toString()).addServletContainerInitializer((_, context) -> {
            front.register(context, url);
            var servlet = context.addServlet("mcp", transport);
            servlet.setAsyncSupported(true);
            servlet.addMapping("/mcp");
        }, Set.of());
        tomcat.start();
        return new JavaServer(tomcat, mcp, url);
    }

    private static Tool whoami() {
        return Tool.builder("whoami", Map.of("type", "object")).description("Who is asking")
                .annotations(ToolAnnotations.builder().readOnlyHint(true).build()).build();
    }

    private static Connector connector(Options options) {
        var certificate = new SSLHostConfig();
        var pair = new SSLHostConfigCertificate(certificate, SSLHostConfigCertificate.Type.UNDEFINED);
        pair.setCertificateFile(options.certificate().toString());
        pair.setCertificateKeyFile(options.key().toString());
        certificate.addCertificate(pair);
        var connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setProperty("SSLEnabled", "true");
        connector.addSslHostConfig(certificate);
        return connector;
    }

    /** Sends the head of an event stream before its first event. */
    private static final class EarlyHeaders extends HttpServletResponseWrapper {

        EarlyHeaders(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            var writer = super.getWriter();
            if (getContentType().startsWith("text/event-stream"))
                flushBuffer();
            return writer;
        }
    }

    /** The protected resource metadata of RFC 9728. */
    private static final class Metadata extends HttpServlet {

        private static final long serialVersionUID = 1;

        private final String document;

        Metadata(String url, String issuer) {
            var json = Json.object().put("resource", url).put("resource_name", "Peer");
            json.putArray("authorization_servers").add(issuer);
            json.putArray("scopes_supported").add(TokenFilter.SCOPE);
            json.putArray("bearer_methods_supported").add("header");
            this.document = Json.write(json);
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("application/json");
            response.getWriter().write(document);
        }
    }

    String url() {
        return url;
    }

    @Override
    public void close() throws LifecycleException {
        mcp.closeGracefully();
        tomcat.stop();
        tomcat.destroy();
    }
}
