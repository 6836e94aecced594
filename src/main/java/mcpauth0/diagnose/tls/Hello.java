package mcpauth0.diagnose.tls;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first message of a TLS connection, written by hand, and the answer to it (RFC 8446 §4.1, RFC 5246 §7.4.1). It offers
 * one version alone: Java's own TLS would not offer the old ones, and must not be made to.
 */
public final class Hello {

    /** The versions that a server may still speak. */
    public enum Version {
        TLS_1_0(0x0301, "TLS 1.0"), TLS_1_1(0x0302, "TLS 1.1"), TLS_1_2(0x0303, "TLS 1.2"), TLS_1_3(0x0304, "TLS 1.3");

        private final int number;
        private final String spelt;

        Version(int number, String spelt) {
            this.number = number;
            this.spelt = spelt;
        }

        /** Deprecated by RFC 8996. */
        boolean old() {
            return this == TLS_1_0 || this == TLS_1_1;
        }

        private static Optional<Version> of(int number) {
            for (var version : values())
                if (version.number == number)
                    return Optional.of(version);
            return Optional.empty();
        }

        @Override
        public String toString() {
            return spelt;
        }
    }

    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;
    private static final int LONGEST_RECORD = 1 << 14;

    /** Suites of TLS 1.3, then those of TLS 1.2 and older from the good ones down to what only old servers have. */
    private static final int[] SUITES = {0x1301, 0x1302, 0x1303, 0xc02b, 0xc02c, 0xc02f, 0xc030, 0xcca8, 0xcca9, 0x009e,
            0x009f, 0xc023, 0xc024, 0xc027, 0xc028, 0xc009, 0xc00a, 0xc013, 0xc014, 0x0033, 0x0039, 0x009c, 0x009d,
            0x003c, 0x003d, 0x002f, 0x0035, 0xc012, 0x0016, 0x000a, 0xc011, 0x0005, 0x0004, 0x00ff};
    private static final int[] GROUPS = {0x001d, 0x0017, 0x0018, 0x0019};
    private static final int[] SIGNATURES = {0x0403, 0x0503, 0x0603, 0x0807, 0x0804, 0x0805, 0x0806, 0x0401, 0x0501,
            0x0601, 0x0203, 0x0201};

    private static final int SERVER_NAME = 0;
    private static final int SUPPORTED_GROUPS = 10;
    private static final int POINT_FORMATS = 11;
    private static final int SIGNATURE_ALGORITHMS = 13;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int KEY_SHARE = 51;

    private Hello() {
    }

    /** A whole record. An address in place of a name is not sent along (RFC 6066 §3). */
    static byte[] offering(Version version, String host, SecureRandom random) {
        var body = ByteBuffer.allocate(2048);
        body.putShort((short) Math.min(version.number, Version.TLS_1_2.number)).put(bytes(random, 32));
        body.put((byte) 32).put(bytes(random, 32));
        body.putShort((short) (SUITES.length * 2));
        put(body, SUITES);
        body.put((byte) 1).put((byte) 0);
        var extensions = extensions(version, host, random);
        body.putShort((short) extensions.remaining()).put(extensions).flip();
        var record = ByteBuffer.allocate(9 + body.remaining());
        record.put((byte) HANDSHAKE).putShort((short) Version.TLS_1_0.number).putShort((short) (body.remaining() + 4));
        record.put((byte) CLIENT_HELLO).put((byte) 0).putShort((short) body.remaining()).put(body);
        return record.array();
    }

    private static ByteBuffer extensions(Version version, String host, SecureRandom random) {
        var all = ByteBuffer.allocate(1024);
        if (!host.contains(":") && !host.matches("[0-9.]+")) {
            var name = host.getBytes(StandardCharsets.US_ASCII);
            all.putShort((short) SERVER_NAME).putShort((short) (name.length + 5)).putShort((short) (name.length + 3))
                    .put((byte) 0).putShort((short) name.length).put(name);
        }
        list(all, SUPPORTED_GROUPS, GROUPS);
        all.putShort((short) POINT_FORMATS).putShort((short) 2).put((byte) 1).put((byte) 0);
        if (!version.old())
            list(all, SIGNATURE_ALGORITHMS, SIGNATURES);
        if (version == Version.TLS_1_3) {
            all.putShort((short) SUPPORTED_VERSIONS).putShort((short) 3).put((byte) 2).putShort((short) version.number);
            // Any 32 bytes are a public key of X25519; nobody goes on with it.
            all.putShort((short) KEY_SHARE).putShort((short) 38).putShort((short) 36).putShort((short) GROUPS[0])
                    .putShort((short) 32).put(bytes(random, 32));
        }
        return all.flip();
    }

    /** The version that the server would go on with; empty where it refuses, or speaks something else. */
    static Optional<Version> answer(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != HANDSHAKE)
            return Optional.empty();
        in.readUnsignedShort();
        var length = in.readUnsignedShort();
        if (length > LONGEST_RECORD)
            return Optional.empty();
        var record = new byte[length];
        in.readFully(record);
        return answer(ByteBuffer.wrap(record));
    }

    private static Optional<Version> answer(ByteBuffer record) {
        try {
            if (record.get() != SERVER_HELLO)
                return Optional.empty();
            record.position(record.position() + 3);
            var legacy = record.getShort() & 0xffff;
            record.position(record.position() + 32);
            record.position(record.position() + 1 + (record.get(record.position()) & 0xff));
            record.position(record.position() + 3);
            var chosen = record.remaining() < 2 ? null : chosen(record);
            return Version.of(chosen == null ? legacy : chosen);
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    /** What the extension says in which TLS 1.3 names itself; null where there is none. */
    private static @Nullable Integer chosen(ByteBuffer record) {
        record.getShort();
        while (record.remaining() >= 4) {
            var type = record.getShort() & 0xffff;
            var length = record.getShort() & 0xffff;
            if (type == SUPPORTED_VERSIONS && length == 2)
                return record.getShort() & 0xffff;
            record.position(record.position() + length);
        }
        return null;
    }

    private static void list(ByteBuffer all, int extension, int[] values) {
        all.putShort((short) extension).putShort((short) (values.length * 2 + 2)).putShort((short) (values.length * 2));
        put(all, values);
    }

    private static void put(ByteBuffer buffer, int[] values) {
        for (var value : values)
            buffer.putShort((short) value);
    }

    private static byte[] bytes(SecureRandom random, int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
