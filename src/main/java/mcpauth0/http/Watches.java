package mcpauth0.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Watches each call from name look-up to the last byte and writes it down as an {@link Exchange}. */
final class Watches implements EventListener.Factory, Interceptor {

    /** Characters of an answer's header lines that are kept. */
    private static final int MOST_HEADERS = 256 << 10;

    private final Clock clock;
    private final Exchanges exchanges;
    private final Map<Call, Watch> open = new ConcurrentHashMap<>();

    Watches(Clock clock, Exchanges exchanges) {
        this.clock = clock;
        this.exchanges = exchanges;
    }

    @Override
    public EventListener create(Call call) {
        return of(call);
    }

    Watch of(Call call) {
        return open.computeIfAbsent(call, _ -> new Watch(exchanges.next(), clock.instant()));
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var call = chain.call();
        var watch = of(call);
        var request = asOurs(chain.request());
        try {
            var response = chain.proceed(chain.request());
            watch.answered();
            var answer = read(response, request, watch, call);
            watch.end(request, answer, null);
            exchanges.add(watch.ended());
            return response.newBuilder().body(ResponseBody.create(answer.body(), response.body().contentType()))
                    .build();
        } catch (IOException e) {
            watch.end(request, null, watch.failureOf(e, call, request));
            exchanges.add(watch.ended());
            throw e;
        } finally {
            open.remove(call);
        }
    }

    private static Request asOurs(okhttp3.Request wire) throws IOException {
        var ours = wire.tag(Request.class);
        if (ours != null)
            return ours;
        var headers = new ArrayList<Header>();
        wire.headers().forEach(pair -> headers.add(new Header(pair.getFirst(), pair.getSecond())));
        byte[] bytes = null;
        var body = wire.body();
        if (body != null && !body.isOneShot() && !body.isDuplex()) {
            var buffer = new Buffer();
            body.writeTo(buffer);
            bytes = buffer.readByteArray();
        }
        return new Request(wire.method(), wire.url().toString(), headers, bytes, Request.USUAL_TIMEOUT, 8 << 20, null,
                false);
    }

    private static Answer read(Response response, Request request, Watch watch, Call call) throws IOException {
        var out = new ByteArrayOutputStream();
        var truncated = false;
        var chunk = new byte[8192];
        var enough = request.enough() == null ? null : request.enough().get();
        try (var in = response.body().byteStream()) {
            while (enough == null || !enough.test(out.toByteArray())) {
                var n = in.read(chunk);
                if (n < 0)
                    break;
                var room = request.maxBody() - out.size();
                out.write(chunk, 0, Math.min(n, room));
                if (n > room) {
                    truncated = true;
                    // Closing alone would read on for a while, to use the connection again.
                    call.cancel();
                    break;
                }
            }
        } catch (IOException e) {
            // A stream of events need not end: what came until the time was over is the answer.
            if (!watch.outOfTime(request) || !isStream(response))
                throw e;
            truncated = true;
        }
        return new Answer(response.code(), response.protocol().toString(), headers(response), out.toByteArray(),
                truncated);
    }

    /** HTTP/1 and HTTP/2 have limits of their own in OkHttp; what is kept does not depend on them. */
    private static List<Header> headers(Response response) {
        var headers = new ArrayList<Header>();
        var room = MOST_HEADERS;
        for (var pair : response.headers()) {
            room -= pair.getFirst().length() + pair.getSecond().length();
            if (room < 0)
                break;
            headers.add(new Header(pair.getFirst(), pair.getSecond()));
        }
        return headers;
    }

    private static boolean isStream(Response response) {
        var type = response.body().contentType();
        return type != null && type.type().equals("text") && type.subtype().equals("event-stream");
    }

    /** One call. Several addresses may be tried at once, each on a thread of its own. */
    static final class Watch extends EventListener {

        private final int n;
        private final Instant started;
        private final long begin = System.nanoTime();
        private long dnsBegin;
        private long connectBegin;
        private long tlsBegin;
        private long sentAt;
        private long dns;
        private long connect;
        private long tls;
        private long wait;
        private @Nullable String remote;
        private Exchange.@Nullable Tls handshake;
        private @Nullable Exchange exchange;

        Watch(int n, Instant started) {
            this.n = n;
            this.started = started;
            this.sentAt = begin;
        }

        @Override
        public synchronized void dnsStart(Call call, String name) {
            dnsBegin = System.nanoTime();
        }

        @Override
        public synchronized void dnsEnd(Call call, String name, List<InetAddress> found) {
            dns += System.nanoTime() - dnsBegin;
        }

        @Override
        public synchronized void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
            connectBegin = System.nanoTime();
            remote = address.getAddress() == null ? address.getHostString() : address.getAddress().getHostAddress();
        }

        @Override
        public synchronized void secureConnectStart(Call call) {
            tlsBegin = System.nanoTime();
            connect += tlsBegin - connectBegin;
            connectBegin = 0;
        }

        @Override
        public synchronized void secureConnectEnd(Call call, @Nullable Handshake agreed) {
            tls += System.nanoTime() - tlsBegin;
        }

        @Override
        public synchronized void connectEnd(Call call, InetSocketAddress address, Proxy proxy,
                okhttp3.@Nullable Protocol protocol) {
            if (connectBegin != 0)
                connect += System.nanoTime() - connectBegin;
        }

        @Override
        public synchronized void connectionAcquired(Call call, Connection connection) {
            var address = connection.route().socketAddress().getAddress();
            if (address != null)
                remote = address.getHostAddress();
            var agreed = connection.handshake();
            if (agreed != null)
                handshake = new Exchange.Tls(agreed.tlsVersion().javaName(), agreed.cipherSuite().javaName(),
                        agreed.peerCertificates().stream().map(X509Certificate.class::cast).toList());
            sentAt = System.nanoTime();
        }

        synchronized void answered() {
            wait = System.nanoTime() - sentAt;
        }

        synchronized void end(Request request, @Nullable Answer answer, @Nullable Failure failure) {
            exchange = new Exchange(n, started, request, answer, failure, new Exchange.Timing(millis(dns),
                    millis(connect), millis(tls), millis(wait), millis(System.nanoTime() - begin)), handshake, remote);
        }

        synchronized Exchange ended() {
            var ended = exchange;
            if (ended == null)
                throw new IllegalStateException("the call has not ended");
            return ended;
        }

        Failure failureOf(IOException e, Call call, Request request) {
            if (outOfTime(request))
                return new Failure.TimedOut(call.request().url().host(), request.timeout());
            if (call.isCanceled() || Thread.currentThread().isInterrupted())
                return new Failure.Cancelled();
            return Failures.of(e, call.request().url().host());
        }

        boolean outOfTime(Request request) {
            return Duration.ofNanos(System.nanoTime() - begin).compareTo(request.timeout().minusMillis(5)) >= 0;
        }

        private static long millis(long nanos) {
            return Duration.ofNanos(nanos).toMillis();
        }
    }
}
