package mcpauth0.setup;

import java.util.List;

/**
 * Who gets which permissions, where tokens carry those of a person's roles.
 *
 * @param name found by it in the tenant
 * @param permissions values of the API's scopes
 * @param members e-mail addresses of people that the tenant knows
 */
public record Role(String name, String description, List<String> permissions, List<String> members) {
    public Role {
        permissions = List.copyOf(permissions);
        members = List.copyOf(members);
    }
}
