package mcpauth0;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/** Holds the arrows of the house: which room may look into which. Each rule's reason says what to do instead. */
@AnalyzeClasses(packages = "mcpauth0", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    @ArchTest
    static final ArchRule setup = looksAtNothingBut("setup");
    @ArchTest
    static final ArchRule text = looksAtNothingBut("text");
    @ArchTest
    static final ArchRule http = looksAtNothingBut("http", "setup");
    @ArchTest
    static final ArchRule plan = looksAtNothingBut("plan", "http", "setup");
    @ArchTest
    static final ArchRule auth0 = looksAtNothingBut("auth0", "plan", "http", "setup");
    @ArchTest
    static final ArchRule access = looksAtNothingBut("access", "auth0", "plan", "http", "setup");
    @ArchTest
    static final ArchRule oauth = looksAtNothingBut("oauth", "http", "setup");
    @ArchTest
    static final ArchRule demo = looksAtNothingBut("demo", "setup");
    @ArchTest
    static final ArchRule diagnose = looksAtNothingBut("diagnose", "auth0", "oauth", "plan", "http", "setup");
    @ArchTest
    static final ArchRule export = looksAtNothingBut("export", "diagnose", "auth0", "plan", "http", "setup",
            "text");
    @ArchTest
    static final ArchRule support = looksAtNothingBut("support", "export", "diagnose", "plan", "http", "setup", "text");
    @ArchTest
    static final ArchRule cli = looksAtNothingBut("cli", "setup", "text", "http", "plan", "auth0", "access", "oauth",
            "diagnose", "export", "support", "demo");
    @ArchTest
    static final ArchRule ui = looksAtNothingBut("ui", "setup", "text", "http", "plan", "auth0", "access", "oauth",
            "diagnose", "export", "support");

    @ArchTest
    static final ArchRule noCycles = slices().matching("mcpauth0.(*)..").should().beFreeOfCycles()
            .because("a room that looks back cannot be understood alone: move what both need into the lower one");

    @ArchTest
    static final ArchRule javafxOnlyInTheWindow = noClasses().that(resideOutside("mcpauth0.ui..", "mcpauth0")).should()
            .dependOnClassesThat(resideInAPackage("javafx.."))
            .because("everything but the window also runs without a screen: put what JavaFX needs into mcpauth0.ui");
    @ArchTest
    static final ArchRule modelsWithoutScene = noClasses().that().resideInAPackage("mcpauth0.ui.model..").should()
            .dependOnClassesThat(resideInAPackage("javafx.scene.."))
            .because("models are tested without a screen: keep properties and verbs here, nodes in ui.page or ui.part");
    @ArchTest
    static final ArchRule okhttpOnlyOnTheWire = noClasses()
            .that(resideOutside("mcpauth0.http..", "mcpauth0.demo..", "mcpauth0.auth0..")).should()
            .dependOnClassesThat(resideInAnyPackage("okhttp3..", "okio.."))
            .because("every exchange must be recorded and capped: send it through mcpauth0.http.Http");
    @ArchTest
    static final ArchRule oneClassKnowsAuth0Java = noClasses()
            .that(not(DescribedPredicate.describe("Library",
                    (JavaClass c) -> c.getName().startsWith("mcpauth0.auth0.Library"))))
            .should().dependOnClassesThat(resideInAPackage("com.auth0.."))
            .because("the library's objects lose what a plan must keep: send calls through mcpauth0.auth0.Management");
    @ArchTest
    static final ArchRule oneClassKnowsTheKeychain = noClasses()
            .that(not(DescribedPredicate.describe("SystemKeychain",
                    (JavaClass c) -> c.getName().startsWith("mcpauth0.access.SystemKeychain"))))
            .should().dependOnClassesThat(resideInAPackage("com.github.javakeyring.."))
            .because("its library may be missing, and may hang: keep secrets through mcpauth0.access.Keychain");
    @ArchTest
    static final ArchRule oneHttpServer = noClasses().that(resideOutside("mcpauth0.demo..", "mcpauth0.oauth.."))
            .should().dependOnClassesThat(resideInAPackage("com.sun.net.httpserver.."))
            .because("only the practice pair and the listeners on loopback of oauth accept connections: use those");
    @ArchTest
    static final ArchRule oneWayToTheScreen = noClasses()
            .that(not(DescribedPredicate.describe("Work", (JavaClass c) -> c.getName().startsWith("mcpauth0.ui.Work"))))
            .and().resideInAPackage("mcpauth0.ui..").should()
            .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")
            .because("results come back through mcpauth0.ui.Work, so that tests can run without waiting");

    private static ArchRule looksAtNothingBut(String room, String... allowed) {
        var known = Stream.concat(Stream.of(room), Arrays.stream(allowed)).map(name -> "mcpauth0." + name + "..")
                .toArray(String[]::new);
        return noClasses().that().resideInAPackage("mcpauth0." + room + "..").should()
                .dependOnClassesThat(resideInAPackage("mcpauth0..").and(not(resideInAnyPackage(known))))
                .because("the room '" + room + "' may look only at " + String.join(", ", allowed)
                        + ": pass what it needs in, or move the class");
    }

    private static DescribedPredicate<JavaClass> resideOutside(String... packages) {
        return resideInAPackage("mcpauth0..").and(not(resideInAnyPackage(packages)));
    }
}
