package mcpauth0.bad;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils examples a little: bits, pieces that are lost or doubled or repeated without end, and what parsers stumble over. */
final class Mutation {

    private static final int LONGEST = 200_000;

    private static final List<byte[]> STUMBLING = List.of(bytes("\""), bytes("\\"), bytes("{"), bytes("["), bytes("[["),
            bytes(","), bytes("="), bytes(";"), bytes("\r\n"), bytes("\n\n"), bytes("\0"), bytes("%"), bytes("%zz"),
            bytes("null"), bytes("-1"), bytes("1e999"), bytes("9223372036854775807"), bytes("99999999999999999999"),
            bytes("eyJ"), bytes("://"), bytes("[::1"), bytes("\u001b[2J\u202e"), bytes("İ"), bytes("&#x10ffff;"),
            bytes("<script>"), bytes("Bearer "), bytes("\"\":\"\","), bytes("data: "), bytes("-----BEGIN "),
            new byte[]{(byte) 0xff}, new byte[]{(byte) 0xc0, (byte) 0x0c}, new byte[]{0, 0, 0, 0},
            new byte[]{(byte) 0xed, (byte) 0xa0, (byte) 0x80});

    private final Random random;

    Mutation(long seed) {
        this.random = new Random(seed);
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    byte[] of(byte[] example) {
        var bytes = example;
        for (var times = 1 + random.nextInt(4); times > 0 && bytes.length < LONGEST; times--)
            bytes = once(bytes);
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        var at = random.nextInt(bytes.length + 1);
        var end = at + random.nextInt(Math.min(64, bytes.length - at) + 1);
        return switch (random.nextInt(7)) {
            case 0 -> flipped(bytes);
            case 1 -> joined(bytes, at, new byte[0], end);
            case 2 -> joined(bytes, at, oneOf(STUMBLING), at);
            case 3 -> joined(bytes, at, oneOf(STUMBLING), end);
            case 4 -> joined(bytes, at, repeated(Arrays.copyOfRange(bytes, at, end)), end);
            case 5 -> joined(bytes, at, repeated(oneOf(STUMBLING)), at);
            default -> Arrays.copyOf(bytes, at);
        };
    }

    private byte[] flipped(byte[] bytes) {
        var other = bytes.clone();
        if (other.length > 0)
            other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
        return other;
    }

    /** Mostly a few times, seldom very often. */
    private byte[] repeated(byte[] piece) {
        var times = random.nextInt(20) == 0 ? LONGEST / Math.max(1, piece.length) : random.nextInt(200);
        var out = new ByteArrayOutputStream();
        for (var n = 0; n < times; n++)
            out.writeBytes(piece);
        return out.toByteArray();
    }

    private static byte[] joined(byte[] bytes, int at, byte[] middle, int from) {
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(middle);
        out.write(bytes, from, bytes.length - from);
        return out.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
