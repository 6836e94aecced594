/** Whether the server looks closely at tokens: genuine ones must pass, forged and misdirected ones must not. */
@NullMarked
package mcpauth0.diagnose.validation;

import org.jspecify.annotations.NullMarked;
