package mcpauth0.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import mcpauth0.access.SystemKeychain;
import mcpauth0.cli.Terminal;
import mcpauth0.cli.Words;
import mcpauth0.http.Json;
import mcpauth0.text.Texts;

/**
 * The process that is measured: says {@code check --targets} once with a few targets, so that the program is loaded and
 * compiled, and once with those that count; prints one line of JSON.
 */
final class Measured {

    /** Seconds for each request: a machine that is busy with something else must not make a server look broken. */
    private static final String PATIENCE = "60";

    private final Path home;
    private final Path authorities;

    private Measured(Path home, Path authorities) {
        this.home = home;
        this.authorities = authorities;
    }

    /** @param words the folder to work in, the authorities, the file of targets to begin with, the one that counts */
    static void main(String[] words) throws IOException {
        System.out.println(Json.write(new Measured(Path.of(words[0]), Path.of(words[1]))
                .measure(Path.of(words[2]), Path.of(words[3]))));
        System.exit(0);
    }

    private ObjectNode measure(Path before, Path targets) throws IOException {
        check(before);
        var settled = retained();
        var live = watchCollections();
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
        var threads = ManagementFactory.getThreadMXBean();
        threads.resetPeakThreadCount();
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        var cpu = system.getProcessCpuTime();
        var began = System.nanoTime();
        var report = check(targets);
        var took = System.nanoTime() - began;
        var computed = system.getProcessCpuTime() - cpu;
        var peak = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        var servers = 0;
        var healthy = 0;
        var requests = 0;
        try (var lines = Files.newBufferedReader(report)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var one = Json.parse(line).orElseThrow();
                servers++;
                healthy += one.path("verdict").asText().equals("healthy") ? 1 : 0;
                requests += one.path("exchanges").size();
            }
        }
        return Json.object().put("servers", servers).put("healthy", healthy).put("requests", requests)
                .put("millis", Duration.ofNanos(took).toMillis())
                .put("cpuMillis", Duration.ofNanos(computed).toMillis())
                .put("peak", peak).put("live", live.get()).put("more", retained() - settled).put("resident", resident())
                .put("threads", threads.getPeakThreadCount()).put("threadsLeft", threads.getThreadCount());
    }

    private Path check(Path targets) throws IOException {
        var report = home.resolve("report.jsonl");
        var silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        var terminal = new Terminal(new ByteArrayInputStream(new byte[0]), silent, System.err, Map.of(), home,
                Texts.english(), (_, _, _) -> 0, SystemKeychain.ofThisComputer());
        Words.run(terminal, "check", "--targets", targets.toString(), "--ca", authorities.toString(),
                "--report", report.toString(), "--timeout", PATIENCE);
        return report;
    }

    /** The most that was left after any collection, in bytes: what is really in use at once. */
    private static AtomicLong watchCollections() {
        var most = new AtomicLong();
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans())
            if (collector instanceof NotificationEmitter emitter)
                emitter.addNotificationListener((notification, _) -> {
                    if (notification.getUserData() instanceof CompositeData data && notification.getType()
                            .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
                        var left = GarbageCollectionNotificationInfo.from(data).getGcInfo().getMemoryUsageAfterGc()
                                .entrySet().stream().filter(pool -> heap(pool.getKey())).map(Map.Entry::getValue)
                                .mapToLong(MemoryUsage::getUsed).sum();
                        most.accumulateAndGet(left, Math::max);
                    }
                }, null, null);
        return most;
    }

    private static boolean heap(String pool) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .anyMatch(one -> one.getName().equals(pool) && one.getType() == MemoryType.HEAP);
    }

    /** Bytes of the heap that are left when nothing runs. */
    private static long retained() {
        for (var i = 0; i < 3; i++)
            System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** The most memory of the whole process, in bytes, from its start; 0 where the system does not tell. */
    private static long resident() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.isReadable(status))
            return 0;
        return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024).findFirst().orElse(0);
    }
}
