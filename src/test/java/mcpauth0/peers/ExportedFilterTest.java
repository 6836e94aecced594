package mcpauth0.peers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HttpsURLConnection;
import javax.tools.ToolProvider;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Verdict;
import mcpauth0.export.Exports;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The servlet filter that is handed over compiles as it is, and the Java SDK behind it is found healthy. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ExportedFilterTest {

    @TempDir
    Path folder;

    @Test
    void isHealthyInFrontOfTheJavaSdk() throws Exception {
        var sockets = HttpsURLConnection.getDefaultSSLSocketFactory();
        try (var check = new PeerCheck(folder)) {
            HttpsURLConnection.setDefaultSSLSocketFactory(check.sockets());
            try (var peer = check.java((context, url) -> register(write(check, url), context))) {
                var report = check.checked(peer.url());
                assertThat(report.findings()).filteredOn(
                        finding -> finding.broken() || finding.verdict() instanceof Verdict.Blocked).isEmpty();
                assertThat(report.overall()).isEqualTo(Report.Overall.HEALTHY);
            }
        } finally {
            HttpsURLConnection.setDefaultSSLSocketFactory(sockets);
        }
    }

    private String write(PeerCheck check, String url) {
        return Exports.named("java-servlet").orElseThrow().write(check.facts(url), Texts.english());
    }

    private void register(String code, ServletContext context) throws ServletException {
        try {
            compiled(code).getMethod("register", ServletContext.class).invoke(null, context);
        } catch (ReflectiveOperationException | IOException e) {
            throw new ServletException(e);
        }
    }

    private Class<?> compiled(String code) throws IOException, ClassNotFoundException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var source = Files.writeString(folder.resolve("TokenFilter.java"), code);
            var compiling = compiler.getTask(said, files, null,
                    List.of("-proc:none", "-d", folder.toString()), null, files.getJavaFileObjects(source));
            assertThat(compiling.call()).as(said.toString()).isTrue();
        }
        var loader = new URLClassLoader(new URL[]{folder.toUri().toURL()}, getClass().getClassLoader());
        return loader.loadClass("TokenFilter");
    }
}
