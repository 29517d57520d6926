// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;

/** What makes recordings wrong: each change it makes is one that a comparison must see. */
final class Doctor {
  private final JsonObject recorded;
  private final List<String> doctored = new ArrayList<>();

  private Doctor(String line) {
    this.recorded = JsonParser.parseString(line).getAsJsonObject();
  }

  /** Returns many wrong forms of a case. */
  static List<String> spoil(String line) {
    Doctor doctor = new Doctor(line);
    if (doctor.recorded.has("verdict")) {
      doctor.spoilVerdict();
      return doctor.doctored;
    }
    String trace = doctor.recorded.has("events") ? "events" : "trace";
    doctor.spoilTrace(trace);
    doctor.spoilLeaves(trace);
    if (doctor.recorded.has("final")) {
      doctor.spoilEnd();
      doctor.spoilLeaves("final");
    }
    return doctor.doctored;
  }

  /** Spoils what is recorded of a trial; what it has told by the way is not compared. */
  private void spoilVerdict() {
    for (String field : List.of("ran", "problems")) {
      spoilTrace(field);
      spoilLeaves(field);
    }
    spoilLeaves("verdict");
  }

  private void spoilTrace(String field) {
    JsonArray trace = recorded.getAsJsonArray(field);
    for (int i = 0; i < trace.size(); i++) {
      JsonArray less = trace.deepCopy();
      less.remove(i);
      keep(field, less);
    }
    JsonArray more = trace.deepCopy();
    more.add(new JsonArray());
    keep(field, more);
  }

  private void spoilEnd() {
    JsonObject end = recorded.getAsJsonObject("final");
    for (String name : end.keySet()) {
      JsonObject less = end.deepCopy();
      less.remove(name);
      keep("final", less);
    }
    JsonObject more = end.deepCopy();
    more.add("more", new JsonObject());
    keep("final", more);
  }

  private void spoilLeaves(String field) {
    int leaf = 0;
    while (true) {
      LeafChange change = new LeafChange(leaf++);
      JsonElement changed = change.in(recorded.get(field));
      if (change.leavesToGo >= 0) {
        return;
      }
      keep(field, changed);
    }
  }

  private void keep(String field, JsonElement wrong) {
    JsonObject spoilt = recorded.deepCopy();
    spoilt.add(field, wrong);
    doctored.add(spoilt.toString());
  }

  /** A change of one of the leaves of a JSON tree, counted from the left. */
  private static final class LeafChange {
    private int leavesToGo;

    LeafChange(int number) {
      leavesToGo = number;
    }

    JsonElement in(JsonElement element) {
      if (element instanceof JsonArray array) {
        JsonArray changed = new JsonArray();
        array.forEach(part -> changed.add(in(part)));
        return changed;
      } else if (element instanceof JsonObject object) {
        JsonObject changed = new JsonObject();
        object.entrySet().forEach(part -> changed.add(part.getKey(), in(part.getValue())));
        return changed;
      }
      return leavesToGo-- == 0 ? other(element) : element;
    }

    private static JsonElement other(JsonElement leaf) {
      if (leaf instanceof JsonPrimitive primitive && primitive.isNumber()) {
        return new JsonPrimitive(primitive.getAsInt() + 1);
      } else if (leaf instanceof JsonPrimitive primitive && primitive.isBoolean()) {
        return new JsonPrimitive(!primitive.getAsBoolean());
      }
      return leaf instanceof JsonNull
          ? new JsonPrimitive("something")
          : new JsonPrimitive(leaf.getAsString() + "!");
    }
  }
}
