package mcpauth0.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Roles and people, as far as somebody asked: a tenant may have very many of both.
 *
 * @param roles every role, as it came
 * @param lists what belongs to the roles that were asked for, by path: {@code roles/rol_1/permissions}
 * @param people by the e-mail address that was asked for, in lower case
 * @param reach what the access allows; the others are empty where that is {@link Reach#NONE}
 */
public record Directory(List<JsonNode> roles, Map<String, List<JsonNode>> lists, Map<String, List<Person>> people,
        Reach reach) {

    static final Directory UNREAD = new Directory(List.of(), Map.of(), Map.of(), Reach.NONE);

    /** What can be done with roles. */
    public enum Reach {
        /** They were not read, for want of {@code read:roles} or because nobody asked. */
        NONE, READ, CHANGE
    }

    /** What belongs to a role: the last part of a list's path, and the key of its items in an answer. */
    static final List<String> LISTS = List.of("permissions", "users");

    /**
     * What to look for.
     *
     * @param roles references whose lists are wanted, as {@link #role} takes them
     * @param people e-mail addresses
     * @param permissions whether the permissions of every role are wanted
     */
    public record Question(Set<String> roles, Set<String> people, boolean permissions) {
        static final Question NONE = new Question(Set.of(), Set.of());
        static final Question PERMISSIONS = new Question(Set.of(), Set.of(), true);

        Question(Set<String> roles, Set<String> people) {
            this(roles, people, false);
        }

        public Question {
            roles = Set.copyOf(roles);
            people = Set.copyOf(people);
        }
    }

    /**
     * Somebody who can sign in. One address may belong to several, one for each way to sign in.
     *
     * @param verified whether the address is known to be theirs
     */
    public record Person(String id, String email, boolean verified) {
        static Person of(JsonNode raw) {
            return new Person(raw.path("user_id").asText(), raw.path("email").asText(),
                    raw.path("email_verified").asBoolean());
        }
    }

    public Directory {
        roles = List.copyOf(roles);
        lists = Map.copyOf(lists);
        people = Map.copyOf(people);
    }

    Directory with(List<JsonNode> newRoles, Map<String, List<JsonNode>> newLists) {
        return new Directory(newRoles, newLists, people, reach);
    }

    /** How a call names a role before anyone knows its id: names are unique, and ids are the server's choice. */
    static String named(String name) {
        return "{" + name + "}";
    }

    /** The id of a role, which is given by its id or as {@link #named}. */
    static Optional<String> role(List<JsonNode> roles, String reference) {
        return roles.stream().filter(role -> role.path("id").asText().equals(reference)
                || named(role.path("name").asText()).equals(reference)).map(Part::idOf).findFirst();
    }

    /** Such a path with the role's id in it; empty where there is no such role. */
    Optional<String> path(String path) {
        var reference = reference(path);
        return role(roles, reference).map(id -> path.replace(reference, id));
    }

    /** The role of {@code roles/REFERENCE/permissions}. */
    static String reference(String path) {
        return path.substring(path.indexOf('/') + 1, path.lastIndexOf('/'));
    }

    /** The list with this path, which may name the role. */
    Stream<JsonNode> items(String path) {
        return path(path).stream().flatMap(found -> lists.getOrDefault(found, List.of()).stream());
    }

    /**
     * Those of {@code wanted} that are in the list with this path. A permission is known by its name and its API, a user
     * by the id alone.
     */
    List<JsonNode> there(String path, JsonNode wanted) {
        var known = items(path).map(Directory::bare).collect(Collectors.toSet());
        return wanted.valueStream().filter(item -> known.contains(bare(item))).toList();
    }

    /** Whether that is among the items, whatever else is told of it. */
    static boolean holds(JsonNode items, JsonNode item) {
        return items.valueStream().anyMatch(each -> bare(each).equals(bare(item)));
    }

    /** What every role has of an API: the values by the role's name, where there are any. */
    Map<String, List<String>> permissions(String api) {
        var found = new LinkedHashMap<String, List<String>>();
        for (var role : roles) {
            var values = permissions(Part.ROLES.path() + "/" + Part.idOf(role) + "/permissions", api);
            if (!values.isEmpty())
                found.put(role.path("name").asText(), values);
        }
        return found;
    }

    /** The values of an API in the list with this path. */
    List<String> permissions(String path, String api) {
        return items(path).filter(item -> item.path("resource_server_identifier").asText().equals(api))
                .map(item -> item.path("permission_name").asText()).toList();
    }

    private static List<String> bare(JsonNode item) {
        return item.isTextual()
                ? List.of(item.asText())
                : item.has("user_id")
                        ? List.of(item.path("user_id").asText())
                        : List.of(item.path("resource_server_identifier").asText(),
                                item.path("permission_name").asText());
    }
}
