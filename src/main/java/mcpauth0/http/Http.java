package mcpauth0.http;

import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;

/**
 * Sends requests: no redirect is followed, nothing is retried, every exchange is kept. Safe for use by many threads;
 * blocks, so call it on a virtual thread, whose interruption cancels the call.
 */
public final class Http implements AutoCloseable {

    /**
     * How long a connection that nobody uses is kept. Servers close theirs after a while, the shortest known after five
     * seconds; a request on one that was just closed fails for no fault of anybody's.
     */
    static final Duration IDLE = Duration.ofSeconds(4);
    private static final int MOST_IDLE = 5;

    private final Network network;
    private final Exchanges exchanges;
    private final Watches watches;
    private final OkHttpClient client;

    public Http(Network network, Exchanges exchanges) {
        this.network = network;
        this.exchanges = exchanges;
        this.watches = new Watches(network.clock(), exchanges);
        this.client = new OkHttpClient.Builder().dispatcher(new Dispatcher())
                .connectionPool(new ConnectionPool(MOST_IDLE, IDLE.toMillis(), TimeUnit.MILLISECONDS))
                .socketFactory(network.sockets()).followRedirects(false).followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .sslSocketFactory(network.trust().context().getSocketFactory(), network.trust().manager()).dns(host -> {
                    var found = network.resolver().resolve(host);
                    if (found.isEmpty())
                        throw new UnknownHostException(host);
                    return List.copyOf(found);
                }).proxySelector(network.proxies().selector()).proxyAuthenticator((_, response) -> {
                    var login = network.proxies().login();
                    if (login == null || response.request().header("Proxy-Authorization") != null)
                        return null;
                    return response.request().newBuilder()
                            .header("Proxy-Authorization", Credentials.basic(login.name(), login.password().reveal()))
                            .build();
                }).connectTimeout(Duration.ZERO).readTimeout(Duration.ZERO).writeTimeout(Duration.ZERO)
                .callTimeout(Request.USUAL_TIMEOUT).eventListenerFactory(watches).addInterceptor(watches).build();
    }

    public Http(Network network) {
        this(network, new Exchanges());
    }

    /** Sends it and tells what became of it. Never throws for what happens on the wire. */
    public Exchange send(Request request) {
        var url = HttpUrl.parse(request.url());
        if (url == null)
            return notSent(request, new Failure.Malformed("url", request.url()));
        var wire = new okhttp3.Request.Builder().url(url).tag(Request.class, request);
        try {
            request.headers().forEach(header -> wire.addHeader(header.name(), header.value()));
            if (request.header("User-Agent") == null)
                wire.header("User-Agent", userAgent());
            if (request.freshConnection())
                wire.header("Connection", "close");
            var body = request.body();
            var needsBody = List.of("POST", "PUT", "PATCH").contains(request.method());
            wire.method(request.method(),
                    body != null ? RequestBody.create(body, null) : needsBody ? RequestBody.EMPTY : null);
        } catch (IllegalArgumentException e) {
            return notSent(request, new Failure.Malformed("request", String.valueOf(e.getMessage())));
        }
        var one = client.newBuilder().callTimeout(request.timeout());
        if (request.freshConnection())
            one.connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS));
        var call = one.build().newCall(wire.build());
        var watch = watches.of(call);
        try (var _ = call.execute()) {
            return watch.ended();
        } catch (IOException _) {
            return watch.ended();
        }
    }

    private Exchange notSent(Request request, Failure failure) {
        var exchange = new Exchange(exchanges.next(), network.clock().instant(), request, null, failure,
                new Exchange.Timing(0, 0, 0, 0, 0), null, null);
        exchanges.add(exchange);
        return exchange;
    }

    /** What the program calls itself, unless a request says otherwise. */
    public static String userAgent() {
        return "mcp-auth0-setup/" + Build.version();
    }

    public Network network() {
        return network;
    }

    public Exchanges exchanges() {
        return exchanges;
    }

    /** The same surroundings and record, with another trust. */
    public Http trusting(Trust trust) {
        return new Http(network.withTrust(trust), exchanges);
    }

    /**
     * For the library that carries the Management API; its calls are kept like all others.
     *
     * @param listener told of each exchange once it is kept, on its thread
     */
    public OkHttpClient client(Consumer<Exchange> listener) {
        var telling = client.newBuilder();
        telling.interceptors().addFirst(chain -> {
            var watch = watches.of(chain.call());
            try {
                var response = chain.proceed(chain.request());
                listener.accept(watch.ended());
                return response;
            } catch (IOException e) {
                listener.accept(watch.ended());
                throw e;
            }
        });
        return telling.build();
    }

    /** Ends every call under way; each becomes {@link Failure.Cancelled}. */
    public void cancelAll() {
        client.dispatcher().cancelAll();
    }

    @Override
    public void close() {
        client.connectionPool().evictAll();
    }
}
