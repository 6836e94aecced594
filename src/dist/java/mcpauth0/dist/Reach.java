package mcpauth0.dist;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * The classes of a library that the program can come to: those whose names stand anywhere in its own classes, in the
 * classes so found, and so on. Annotations and texts count as well, so that what is found by reflection stays.
 */
final class Reach {

    private static final String CLASS = ".class";

    private final Pattern names;

    /** @param root the package under which the library's classes are, with slashes */
    Reach(String root) {
        var name = root.replace("/", "[/.]") + "(?:[/.][A-Za-z0-9_$]+)+";
        this.names = Pattern.compile(name);
    }

    /** @return entries of the library's jar, with their ending */
    Set<String> of(Path program, Path library) throws IOException {
        var known = new HashMap<String, Set<String>>();
        try (var jar = new ZipFile(library.toFile())) {
            for (var entry : jar.stream().filter(one -> one.getName().endsWith(CLASS)).toList())
                known.put(entry.getName(), mentioned(jar.getInputStream(entry).readAllBytes()));
        }
        var found = new HashSet<String>();
        var open = new ArrayDeque<String>();
        try (var jar = new ZipFile(program.toFile())) {
            for (var entry : jar.stream().filter(one -> one.getName().endsWith(CLASS)).toList())
                meet(mentioned(jar.getInputStream(entry).readAllBytes()), known, found, open);
        }
        while (!open.isEmpty())
            meet(known.getOrDefault(open.remove(), Set.of()), known, found, open);
        return found;
    }

    private static void meet(Set<String> names, Map<String, Set<String>> known, Set<String> found,
            ArrayDeque<String> open) {
        for (var name : names)
            if (known.containsKey(name) && found.add(name))
                open.add(name);
    }

    private Set<String> mentioned(byte[] content) {
        var mentioned = new HashSet<String>();
        for (var entry : ClassFile.of().parse(content).constantPool())
            if (entry instanceof Utf8Entry text) {
                var match = names.matcher(text.stringValue());
                while (match.find())
                    mentioned.add(match.group().replace('.', '/') + CLASS);
            }
        return mentioned;
    }
}
