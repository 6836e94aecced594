package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What lies between the checker and the pair: answers of the resolver, ways, the clock; written to a file. */
final class Surroundings {

    /** By which a published server goes; nobody can own it (RFC 2606). */
    static final String NAME = "mcp.practice.example";

    /** Where the certificate of an issuer is to be had that the server does not send. */
    static final String ISSUER_NAME = "ca.practice.example";

    /** Where it appears to be: an address that the whole world reaches, at the AS112 project's sink (RFC 7535). */
    private static final String EVERYWHERE = "192.31.196.1";
    /** The same of the new kind. */
    private static final String EVERYWHERE_NEW = "2001:4:112:0:0:0:0:1";

    private static final String ISSUER = "192.31.196.2";
    private static final String PRIVATE = "10.20.30.40";
    private static final int USUAL_PORT = 443;
    private static final int UNUSUAL_PORT = 8443;

    private Surroundings() {
    }

    /**
     * Where the practice's servers are really found.
     *
     * @param server port of the MCP server
     * @param issuer port on which the issuer's certificate is to be had
     * @param resolver address of the one that answers as the whole world is answered; null where there is none
     */
    record Places(int server, int issuer, @Nullable String resolver) {
    }

    /** By what a published server goes, with the port where it is an unusual one. */
    static String authority(Set<String> faults) {
        return port(faults) == USUAL_PORT ? NAME : NAME + ":" + UNUSUAL_PORT;
    }

    /** To where the name of a published server leads here. */
    static List<String> here(Set<String> faults) {
        if (faults.contains("net-dns-nxdomain"))
            return List.of();
        if (faults.contains("net-host-not-public") || faults.contains("net-split-horizon"))
            return List.of(PRIVATE);
        if (faults.contains("net-dns-mixed-answers"))
            return List.of(EVERYWHERE, PRIVATE);
        return List.of(faults.contains("net-ipv6-only") ? EVERYWHERE_NEW : EVERYWHERE);
    }

    /** To where it leads the whole world. */
    static List<String> outside(Set<String> faults) {
        return faults.contains("net-split-horizon") ? List.of(EVERYWHERE) : here(faults);
    }

    /**
     * @param faults of any kind
     * @param published whether the server goes by {@link #NAME}
     * @return a temporary file that {@code check --surroundings} reads; null where there is nothing to say
     */
    static @Nullable Path write(Set<String> faults, boolean published, Places places) throws IOException {
        var said = JsonNodeFactory.instance.objectNode();
        if (published)
            publish(said, faults, places);
        else if (faults.contains("net-dns-nxdomain"))
            said.putObject("resolve").putArray("localhost");
        else if (faults.contains("net-unreachable"))
            said.putObject("resolve").putArray("localhost").add("127.0.0.2");
        if (faults.contains("tls-chain-incomplete")) {
            said.withObject("resolve").putArray(ISSUER_NAME).add(ISSUER);
            said.withObject("ways").put(ISSUER + ":80", "127.0.0.1:" + places.issuer);
        }
        if (faults.contains("net-slow-endpoint"))
            said.put("slowMillis", Front.NAP.toMillis() / 4).put("lostMillis", Front.NAP.toMillis() * 3 / 4);
        if (said.isEmpty())
            return null;
        var file = Files.createTempFile("practice-surroundings", ".json").toAbsolutePath();
        return Files.writeString(file, said.toPrettyString());
    }

    private static void publish(ObjectNode said, Set<String> faults, Places places) {
        var addresses = said.putObject("resolve").putArray(NAME);
        var ways = said.putObject("ways");
        for (var address : here(faults)) {
            addresses.add(address);
            // Nothing listens there: the pair is on 127.0.0.1 alone.
            ways.put(address + ":" + port(faults),
                    (faults.contains("net-unreachable") ? "127.0.0.2:" : "127.0.0.1:") + places.server);
        }
        said.put("authority", faults.contains("tls-local-interception") ? "system" : "public").put("publicResolver",
                places.resolver);
    }

    private static int port(Set<String> faults) {
        return faults.contains("net-nonstandard-port") ? UNUSUAL_PORT : USUAL_PORT;
    }
}
