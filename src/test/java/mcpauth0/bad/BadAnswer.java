package mcpauth0.bad;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import mcpauth0.bad.BadServer.Good;
import mcpauth0.bad.BadServer.Wire;

/** What a bad server answers in the place of the good answer. */
enum BadAnswer implements BadServer.Spoiling {
    NEVER_ENDS {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            wire.write(head(good, "Content-Type: application/json\r\n") + "{\"a\":\"");
            wire.forEver("x".repeat(8192));
        }
    },
    NEVER_ENDS_IN_CHUNKS {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            wire.write(head(good, "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n"));
            wire.forEver("2000\r\n" + " ".repeat(8192) + "\r\n");
        }
    },
    NEVER_ENDS_AS_EVENTS {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            wire.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n");
            wire.forEver("data: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\"}\n\n".repeat(100));
        }
    },
    DRIPS_ITS_BODY {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            wire.write(head(good, "Content-Type: application/json\r\nContent-Length: 100000\r\n"));
            wire.drip(" ".repeat(100_000));
        }
    },
    DRIPS_ITS_HEADERS {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            wire.write("HTTP/1.1 " + good.status() + "\r\n");
            wire.drip("X-Slow: a\r\n".repeat(10_000));
        }
    },
    IS_SILENT {
        @Override
        public void write(Wire wire, Good good) {
            wire.silence();
        }
    },
    COMPRESSES_GIGABYTES {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            wire.write(head(good, "Content-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: "
                    + BOMB.length + "\r\n"));
            wire.write(BOMB);
        }
    },
    IS_NOT_COMPRESSED_AT_ALL {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            wire.write(head(good, "Content-Encoding: gzip\r\n") + good.body());
        }
    },
    NESTS_DEEPLY {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            whole(wire, good, "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        }
    },
    REDIRECTS_FOR_EVER {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            wire.write("HTTP/1.1 307 Temporary Redirect\r\nLocation: ?" + new Random().nextInt(1_000_000)
                    + "\r\nContent-Length: 0\r\n\r\n");
        }
    },
    REDIRECTS_TO_A_FILE {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            wire.write("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n");
        }
    },
    REDIRECTS_TO_A_SCRIPT {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            wire.write("HTTP/1.1 302 Found\r\nLocation: javascript:alert(1)\r\nContent-Length: 0\r\n\r\n");
        }
    },
    SENDS_MEGABYTES_IN_ONE_HEADER {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            wire.write("HTTP/1.1 " + good.status() + "\r\nX-Big: ");
            for (var n = 0; n < 600; n++)
                wire.write("x".repeat(8192));
            wire.write("\r\n\r\n");
        }
    },
    SENDS_MEGABYTES_IN_MANY_HEADERS {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            wire.write("HTTP/1.1 " + good.status() + "\r\n");
            for (var n = 0; n < 6000; n++)
                wire.write("X-" + n + ": " + "x".repeat(1000) + "\r\n");
            wire.write("\r\n");
        }
    },
    SAYS_WAIT_FOR_EVER {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            wire.forEver("HTTP/1.1 102 Processing\r\n\r\n".repeat(100));
        }
    },
    ANNOUNCES_MORE_THAN_IT_SENDS {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            wire.write(head(good, good.headers() + "Content-Length: 100000\r\n") + good.body());
        }
    },
    ANNOUNCES_TWO_LENGTHS {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            wire.write(head(good, good.headers() + "Content-Length: 2\r\nContent-Length: 100000\r\n") + good.body());
        }
    },
    ANNOUNCES_AN_ABSURD_LENGTH {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            wire.write(head(good, good.headers() + "Content-Length: 9223372036854775807\r\n") + good.body());
        }
    },
    ANNOUNCES_AN_ABSURD_CHUNK {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            wire.write(head(good, good.headers() + "Transfer-Encoding: chunked\r\n") + "FFFFFFFFFFFFFFFFFF\r\n"
                    + good.body());
        }
    },
    IS_NO_UTF_8 {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            var body = new byte[]{'{', '"', 'a', '"', ':', '"', (byte) 0xff, (byte) 0xc0, (byte) 0xaf, (byte) 0xed,
                    (byte) 0xa0, (byte) 0x80, '"', '}'};
            wire.write(head(good, "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n"));
            wire.write(body);
        }
    },
    IS_A_PAGE {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            var page = "<!doctype html><title>Welcome</title><script>alert(1)</script>&#99999;";
            wire.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + page.length() + "\r\n\r\n"
                    + page);
        }
    },
    IS_NO_HTTP {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            var bytes = new byte[4096];
            new Random(4).nextBytes(bytes);
            wire.write(bytes);
        }
    },
    HANGS_UP {
        @Override
        public void write(Wire wire, Good good) {
            // Without a word.
        }
    },
    HAS_A_HOSTILE_STATUS {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            wire.write("HTTP/1.1 999 " + HOSTILE.replace("\n", " ") + "\r\nX-Note: " + HOSTILE.replace("\n", " ")
                    + "\r\nContent-Type: text/plain" + HOSTILE.replace("\n", " ") + "\r\nContent-Length: "
                    + HOSTILE.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + HOSTILE);
        }
    },
    IS_HOSTILE_IN_EVERY_STRING {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            var json = HOSTILE.replace("\\", "\\\\").replace("\u001b", "\\u001b").replace("\"", "\\\"")
                    .replace("\n", "\\n").replace("\u0007", "\\u0007");
            whole(wire, good, "{" + IntStream.range(0, FIELDS.length)
                    .mapToObj(n -> "\"" + FIELDS[n] + "\":" + (n < 4 ? "[\"" + json + "\"]" : "\"" + json + "\""))
                    .collect(Collectors.joining(",")) + ",\"" + json + "\":\"" + json + "\"}");
        }
    },
    NAMES_TEN_THOUSAND {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            var many = IntStream.range(0, 10_000).mapToObj(n -> "\"" + wire.issuer() + "/" + n + "\"")
                    .collect(Collectors.joining(",", "[", "]"));
            var keys = IntStream.range(0, 10_000).mapToObj(n -> "{\"kty\":\"oct\",\"k\":\"AA\",\"kid\":\"" + n + "\"}")
                    .collect(Collectors.joining(",", "[", "]"));
            whole(wire, good, "{\"resource\":\"https://elsewhere.invalid/\",\"authorization_servers\":" + many
                    + ",\"scopes_supported\":" + many + ",\"keys\":" + keys + "}");
        }
    },
    HAS_ABSURD_STRINGS {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            var secretive = "eyJ".repeat(30_000);
            whole(wire, good, IntStream.range(4, FIELDS.length)
                    .mapToObj(n -> "\"" + FIELDS[n] + "\":\"" + (n < 8 ? secretive : "a=b&".repeat(2_000)) + "\"")
                    .collect(Collectors.joining(",", "{", "}")));
        }
    },
    HAS_ABSURD_KEYS {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            var bytes = new byte[600_000];
            new Random(5).nextBytes(bytes);
            var big = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            whole(wire, good, "{\"keys\":[{\"kty\":\"oct\",\"k\":\"" + big + "\"}],\"resource\":7}");
        }
    },
    HAS_ABSURD_NUMBERS {
        @Override
        public void write(Wire wire, Good good) throws IOException {
            whole(wire, good, "{\"expires_in\":" + "9".repeat(100_000) + ",\"a\":1e999999999}");
        }
    };

    /** Moves a cursor, rings, sets a title, turns the reading around, is markup, and is of the second control block. */
    static final String HOSTILE = "\u001b[2J\u001b]0;owned\u0007\u202egnp.exe\u2066 \u009b31m\u0085<script>alert(1)"
            + "</script><img src=x onerror=alert(1)>\n\u2028\ufeff\u200b{0}'";

    private static final String[] FIELDS = {"authorization_servers", "scopes_supported",
            "code_challenge_methods_supported", "redirect_uris", "resource", "issuer", "authorization_endpoint",
            "token_endpoint", "jwks_uri", "registration_endpoint", "error", "error_description", "keys", "token_type"};

    private static final byte[] BOMB = bomb();

    /** Whether nothing but the body is spoilt, which is nobody's business where the answer is a refusal. */
    boolean ofBodyAlone() {
        return switch (this) {
            case NESTS_DEEPLY, IS_HOSTILE_IN_EVERY_STRING, NAMES_TEN_THOUSAND, HAS_ABSURD_STRINGS, HAS_ABSURD_KEYS,
                    HAS_ABSURD_NUMBERS ->
                true;
            default -> false;
        };
    }

    private static String head(Good good, String headers) {
        return "HTTP/1.1 " + good.status() + "\r\nConnection: close\r\n" + headers + "\r\n";
    }

    private static void whole(Wire wire, Good good, String body) throws IOException {
        wire.write(new Good(good.status(), good.headers(), body).last());
    }

    /** Gigabytes of spaces in one stream: a block that has been primed compresses to the same bytes over and over. */
    private static byte[] bomb() {
        var megabyte = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[]{0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff});
        try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            out.writeBytes(deflated(deflater, megabyte));
            var again = deflated(deflater, megabyte);
            for (var n = 1; n < 4096; n++)
                out.writeBytes(again);
        }
        return out.toByteArray();
    }

    private static byte[] deflated(Deflater deflater, byte[] plain) {
        deflater.setInput(plain);
        var room = new byte[plain.length];
        return Arrays.copyOf(room, deflater.deflate(room, 0, room.length, Deflater.FULL_FLUSH));
    }
}
