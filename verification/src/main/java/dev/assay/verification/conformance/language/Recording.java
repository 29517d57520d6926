// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.language;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * What is known of one run of a program: Twisted's, or ours.
 *
 * @param trace what happened, in order
 * @param end the state in which everything was left
 */
public record Recording(JsonArray trace, JsonObject end) {}
