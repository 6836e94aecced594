package mcpauth0.diagnose.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A question to a resolver and its answer, as they go over the wire (RFC 1035 §4). */
final class NameQuestion {

    static final int A = 1;
    static final int AAAA = 28;

    private static final int INTERNET = 1;
    private static final int RECURSION_DESIRED = 0x0100;
    private static final int NO_ERROR = 0;
    private static final int NO_SUCH_NAME = 3;

    private NameQuestion() {
    }

    /** For the {@code dns} parameter; the id is 0, so that answers can be kept (RFC 8484 §4.1). */
    static String about(String host, int type) {
        var message = ByteBuffer.allocate(12 + host.length() + 2 + 4);
        message.putShort((short) 0).putShort((short) RECURSION_DESIRED).putShort((short) 1).putShort((short) 0)
                .putShort((short) 0).putShort((short) 0);
        for (var label : host.replaceFirst("\\.$", "").split("\\.", -1))
            message.put((byte) label.length()).put(label.getBytes(StandardCharsets.US_ASCII));
        message.put((byte) 0).putShort((short) type).putShort((short) INTERNET).flip();
        var sent = new byte[message.remaining()];
        message.get(sent);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sent);
    }

    /** The addresses of an answer, none where there is no such name; empty where it is no answer. */
    static Optional<List<InetAddress>> addresses(byte[] answer) {
        try {
            var message = ByteBuffer.wrap(answer);
            message.getShort();
            var code = message.getShort() & 0xf;
            if (code == NO_SUCH_NAME)
                return Optional.of(List.of());
            if (code != NO_ERROR)
                return Optional.empty();
            var questions = message.getShort() & 0xffff;
            var answers = message.getShort() & 0xffff;
            message.getInt();
            for (var n = 0; n < questions; n++) {
                skipName(message);
                message.getInt();
            }
            var found = new ArrayList<InetAddress>();
            for (var n = 0; n < answers; n++)
                address(message).ifPresent(found::add);
            return Optional.of(List.copyOf(found));
        } catch (BufferUnderflowException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<InetAddress> address(ByteBuffer message) {
        skipName(message);
        var type = message.getShort();
        message.getShort();
        message.getInt();
        var length = message.getShort() & 0xffff;
        if (length > message.remaining())
            throw new BufferUnderflowException();
        var data = new byte[length];
        message.get(data);
        if (!(type == A && length == 4) && !(type == AAAA && length == 16))
            return Optional.empty();
        try {
            return Optional.of(InetAddress.getByAddress(data));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Goes behind a name; a pointer ends it, and is not followed. */
    private static void skipName(ByteBuffer message) {
        while (true) {
            var length = message.get() & 0xff;
            if (length == 0)
                return;
            if (length >= 0xc0) {
                message.get();
                return;
            }
            message.position(message.position() + length);
        }
    }
}
