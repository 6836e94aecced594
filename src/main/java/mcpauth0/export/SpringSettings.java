package mcpauth0.export;

import mcpauth0.text.Texts;

/** {@code application.yaml} for Spring Boot, which replaces <code>${…}</code> in values wherever it finds them. */
final class SpringSettings implements Export {

    @Override
    public String id() {
        return "spring-settings";
    }

    @Override
    public Group group() {
        return Group.SERVER;
    }

    @Override
    public String fileName() {
        return "application.yaml";
    }

    @Override
    public String write(HandOver facts, Texts texts) {
        return Template.of("application.yaml").filled(facts, texts, SpringSettings::quoted);
    }

    /** A dollar before a brace comes from a property that nobody has, whose default is a dollar. */
    private static String quoted(String value) {
        return Literal.of(value.replace("${", "${no-such-property:$}{"));
    }
}
