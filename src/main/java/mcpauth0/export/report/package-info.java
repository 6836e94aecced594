/**
 * The report of a check, one class per form, pure: what was found in, text out. {@link mcpauth0.export.report.ReportForm}
 * lists the forms. Every form leads with the verdict and its causes; whatever a server sent is redacted, made visible and
 * escaped.
 */
@NullMarked
package mcpauth0.export.report;

import org.jspecify.annotations.NullMarked;
