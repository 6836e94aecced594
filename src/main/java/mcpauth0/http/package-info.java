/**
 * The wire: sending a request and keeping what went over it. This is the only package that uses OkHttp (with the
 * practice servers and the one class that carries the Management API).
 *
 * <p>One exchange travels through the program like this: {@link mcpauth0.http.Http} sends a
 * {@link mcpauth0.http.Request} and returns an {@link mcpauth0.http.Exchange}, whatever happened; the exchange is kept
 * in {@link mcpauth0.http.Exchanges}; a diagnosis cites it by its number; a report prints it through
 * {@link mcpauth0.http.Redaction}. What failed is one {@link mcpauth0.http.Failure}, made here and nowhere else.
 *
 * <p>Bodies, header lines and times have limits, for the whole exchange and not for each read; foreign text is made visible
 * ({@link mcpauth0.http.Visible}) by {@link mcpauth0.http.Redaction} on its way to a person.
 *
 * <p>Redirects are never followed and TLS verification is never off. Looks at {@code setup} alone.
 */
@NullMarked
package mcpauth0.http;

import org.jspecify.annotations.NullMarked;
