package mcpauth0.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LicenceTest {

    /** Groups whose jars are there for the tests alone. */
    private static final List<String> TESTS = List.of("org/junit", "org/opentest4j", "org/apiguardian", "org/assertj",
            "net/bytebuddy", "org/testfx", "org/hamcrest", "com/tngtech", "com/networknt", "com/ethlo",
            "org/osgi", "mockwebserver3", "surefire", "io/modelcontextprotocol",
            "org/apache/tomcat", "reactor-core", "reactive-streams", "jackson-dataformat-yaml", "snakeyaml",
            "org/jsoup",
            "org/commonmark", "org/nibor");

    @Test
    void namesEveryLibraryThatIsInsideAndNoOther() {
        var known = new TreeSet<>(Licence.all().stream().flatMap(one -> one.artifacts().stream()).toList());
        var inside = new TreeSet<>(jars()
                .filter(jar -> TESTS.stream().noneMatch(jar.toString().replace(File.separatorChar, '/')::contains))
                .map(jar -> jar.getName(jar.getNameCount() - 3).toString()).toList());

        assertThat(inside).as("jars on the class path; add new ones to licences.json with their licence")
                .isEqualTo(known);
    }

    /** Paths as the local repository has them: …/artifact/version/file.jar. */
    private static Stream<Path> jars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar")).map(Path::of);
    }
}
