package mcpauth0.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy a request goes through: what {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY} say, else the
 * operating system's settings. This machine itself is always reached directly.
 */
public final class Proxies {

    /** What a proxy asks for with 407. */
    public record Login(String name, Secret password) {
    }

    private final ProxySelector selector;
    private final @Nullable Login login;

    private Proxies(ProxySelector selector, @Nullable Login login) {
        this.selector = selector;
        this.login = login;
    }

    public static Proxies none() {
        return new Proxies(ProxySelector.of(null), null);
    }

    /** The environment's, or else the operating system's. */
    public static Proxies system() {
        return of(System.getenv());
    }

    /** As {@link #system()}, with that environment. */
    public static Proxies of(Map<String, String> environment) {
        var written = first(environment, "https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "all_proxy",
                "ALL_PROXY");
        if (written == null)
            return new Proxies(new SystemSelector(), null);
        var uri = uriOf(written);
        if (uri == null || uri.getHost() == null)
            return new Proxies(new SystemSelector(), null);
        var port = uri.getPort() > 0 ? uri.getPort() : 8080;
        var except = first(environment, "no_proxy", "NO_PROXY");
        return new Proxies(new FixedSelector(uri.getHost(), port, except == null ? "" : except), loginOf(uri));
    }

    public Proxies withLogin(@Nullable Login newLogin) {
        return new Proxies(selector, newLogin);
    }

    public ProxySelector selector() {
        return selector;
    }

    public @Nullable Login login() {
        return login;
    }

    /** {@code host:port} of the proxy that a request to this address goes through; null for a direct way. */
    public @Nullable String forUrl(String url) {
        var uri = uriOf(url);
        if (uri == null)
            return null;
        return selector.select(uri).stream().filter(proxy -> proxy.address() instanceof InetSocketAddress).findFirst()
                .map(proxy -> {
                    var address = (InetSocketAddress) proxy.address();
                    return address.getHostString() + ":" + address.getPort();
                }).orElse(null);
    }

    private static @Nullable String first(Map<String, String> environment, String... names) {
        for (var name : names) {
            var value = environment.get(name);
            if (value != null && !value.isBlank())
                return value.strip();
        }
        return null;
    }

    private static @Nullable URI uriOf(String text) {
        try {
            return URI.create(text.contains("://") ? text : "http://" + text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Login loginOf(URI uri) {
        var info = uri.getRawUserInfo();
        if (info == null)
            return null;
        var colon = info.indexOf(':');
        var name = colon < 0 ? info : info.substring(0, colon);
        var password = colon < 0 ? "" : info.substring(colon + 1);
        return new Login(URLDecoder.decode(name, StandardCharsets.UTF_8),
                Secret.of(URLDecoder.decode(password, StandardCharsets.UTF_8)));
    }

    private static boolean loopback(@Nullable String host) {
        return host == null || host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private static final class SystemSelector extends ProxySelector {

        @Override
        public List<Proxy> select(URI uri) {
            var system = ProxySelector.getDefault();
            return loopback(uri.getHost()) || system == null ? List.of(Proxy.NO_PROXY) : system.select(uri);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException e) {
            // The failure of the exchange tells it.
        }
    }

    private static final class FixedSelector extends ProxySelector {

        private final Proxy proxy;
        private final List<String> except;

        FixedSelector(String host, int port, String except) {
            this.proxy = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
            this.except = Arrays.stream(except.split("[,\\s]+")).map(name -> name.toLowerCase(Locale.ROOT))
                    .filter(name -> !name.isEmpty()).toList();
        }

        @Override
        public List<Proxy> select(URI uri) {
            var host = uri.getHost();
            if (loopback(host))
                return List.of(Proxy.NO_PROXY);
            var name = host.toLowerCase(Locale.ROOT);
            var direct = except.stream().map(rule -> rule.startsWith("*.") ? rule.substring(1) : rule)
                    .anyMatch(rule -> rule.equals("*") || name.equals(rule)
                            || name.endsWith(rule.startsWith(".") ? rule : "." + rule));
            return List.of(direct ? Proxy.NO_PROXY : proxy);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException e) {
            // The failure of the exchange tells it.
        }
    }
}
