package mcpauth0.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A resolver that answers as the whole world is answered (DNS over HTTPS, RFC 8484, by GET). Whatever the name, it has
 * the same addresses: nobody asks for another.
 */
final class NameService implements AutoCloseable {

    private static final String PATH = "/dns-query";
    private static final int POINTER_TO_THE_QUESTION = 0xc00c;
    private static final int ANSWER = 0x8180;

    private final Loopback loopback;
    private final List<InetAddress> addresses;

    private NameService(Loopback loopback, List<String> addresses) {
        this.loopback = loopback;
        this.addresses = addresses.stream().map(InetAddress::ofLiteral).toList();
    }

    static NameService start(Authority authority, List<String> addresses) throws IOException {
        var loopback = Loopback.open(0, authority.good());
        var service = new NameService(loopback, addresses);
        loopback.on("GET", PATH, service::answer).start();
        return service;
    }

    String url() {
        return loopback.origin() + PATH;
    }

    List<Seen> requests() {
        return loopback.requests();
    }

    @Override
    public void close() {
        loopback.close();
    }

    private Outgoing answer(Incoming request) {
        var asked = request.parameter("dns");
        if (asked == null)
            return Outgoing.text(400, "No question");
        var question = Base64.getUrlDecoder().decode(asked);
        var type = ByteBuffer.wrap(question).getShort(question.length - 4);
        var found = addresses.stream().map(InetAddress::getAddress)
                .filter(address -> address.length == (type == 1 ? 4 : 16)).toList();
        var answer = ByteBuffer.allocate(question.length + found.size() * 28).put(question)
                .putShort(2, (short) ANSWER).putShort(6, (short) found.size());
        for (var address : found)
            answer.putShort((short) POINTER_TO_THE_QUESTION).putShort(type).putShort((short) 1).putInt(300)
                    .putShort((short) address.length).put(address);
        return new Outgoing(200, List.of(Map.entry("Content-Type", "application/dns-message")),
                Arrays.copyOf(answer.array(), answer.position()), null);
    }
}
