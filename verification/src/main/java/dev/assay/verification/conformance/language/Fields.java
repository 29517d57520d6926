// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.language;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The fields of a JSON object; to ask for one that is not there, or of another type, is an error.
 */
public final class Fields {
  private static final Gson STRICT = new GsonBuilder().setStrictness(Strictness.STRICT).create();

  private final JsonObject json;

  private Fields(JsonObject json) {
    this.json = json;
  }

  /** Reads a text that must hold one JSON object and nothing else. */
  public static Fields parse(String text) {
    try {
      return of("line", STRICT.fromJson(text, JsonElement.class));
    } catch (JsonParseException e) {
      throw new MalformedCaseException("not JSON: " + firstLine(e));
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  public Set<String> names() {
    return json.keySet();
  }

  public boolean has(String name) {
    return json.has(name);
  }

  public String text(String name) {
    return text(name, required(name));
  }

  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    array(name).forEach(element -> texts.add(text(name, element)));
    return texts;
  }

  public boolean flag(String name) {
    JsonElement element = required(name);
    if (element instanceof JsonPrimitive primitive && primitive.isBoolean()) {
      return primitive.getAsBoolean();
    }
    throw wrong(name, "true or false", element);
  }

  public int number(String name) {
    JsonElement element = required(name);
    if (element instanceof JsonPrimitive primitive && primitive.isNumber()) {
      try {
        return Integer.parseInt(primitive.getAsString());
      } catch (NumberFormatException e) {
        throw wrong(name, "a whole number", element);
      }
    }
    throw wrong(name, "a whole number", element);
  }

  public BigDecimal decimal(String name) {
    JsonElement element = required(name);
    if (element instanceof JsonPrimitive primitive && primitive.isNumber()) {
      return primitive.getAsBigDecimal();
    }
    throw wrong(name, "a number", element);
  }

  /** Returns any value; JSON's null is one. */
  public JsonElement value(String name) {
    return required(name);
  }

  /** Returns whether there is something other than null by that name. */
  public boolean isGiven(String name) {
    return json.has(name) && !json.get(name).isJsonNull();
  }

  public JsonArray array(String name) {
    if (required(name) instanceof JsonArray array) {
      return array;
    }
    throw wrong(name, "an array", required(name));
  }

  public JsonObject object(String name) {
    return fields(name).json;
  }

  public Fields fields(String name) {
    return of(name, required(name));
  }

  public List<Fields> list(String name) {
    List<Fields> list = new ArrayList<>();
    array(name).forEach(element -> list.add(of(name, element)));
    return list;
  }

  @Override
  public String toString() {
    return json.toString();
  }

  private JsonElement required(String name) {
    JsonElement element = json.get(name);
    if (element == null) {
      throw new MalformedCaseException(name + " is missing in " + json);
    }
    return element;
  }

  private static Fields of(String name, JsonElement element) {
    if (element instanceof JsonObject object) {
      return new Fields(object);
    }
    throw wrong(name, "an object", element);
  }

  private static String text(String name, JsonElement element) {
    if (element instanceof JsonPrimitive primitive && primitive.isString()) {
      return primitive.getAsString();
    }
    throw wrong(name, "a text", element);
  }

  private static MalformedCaseException wrong(String name, String rule, JsonElement actual) {
    return new MalformedCaseException(name + " must be " + rule + ": " + actual);
  }
}
