package mcpauth0.peers;

import java.io.File;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test that needs npm: left out where there is none, failed where there is none and {@code CI} is set. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("npm")
@ExtendWith(NeedsNpm.Condition.class)
@interface NeedsNpm {

    /** Looks for npm on the PATH. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (npm().isPresent())
                return ConditionEvaluationResult.enabled("npm is there");
            var name = context.getDisplayName();
            if (System.getenv("CI") != null)
                throw new IllegalStateException(
                        "CI is set, so " + name + " must run, and it needs npm: put npm on the PATH.");
            System.out.println("Left out: " + name + ", because there is no npm on the PATH.");
            return ConditionEvaluationResult.disabled("no npm on the PATH");
        }

        static Optional<Path> npm() {
            var path = System.getenv().getOrDefault("PATH", "");
            return Stream.of(path.split(Pattern.quote(File.pathSeparator))).filter(folder -> !folder.isEmpty())
                    .flatMap(folder -> Stream.of("npm", "npm.cmd").map(name -> Path.of(folder, name)))
                    .filter(Files::isExecutable).findFirst();
        }
    }
}
