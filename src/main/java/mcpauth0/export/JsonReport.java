package mcpauth0.export;

import mcpauth0.diagnose.Report;
import mcpauth0.http.Json;
import mcpauth0.text.Texts;

/** The report as JSON, described by {@code report.schema.json} beside this class's resources. */
public final class JsonReport {

    public static final int SCHEMA = 1;

    private JsonReport() {
    }

    public static String write(Report report, Texts texts) {
        return Json.pretty(Json.object().put("schema", SCHEMA).put("verdict", report.overall().name())
                .put("language", texts.locale().toLanguageTag()));
    }
}
