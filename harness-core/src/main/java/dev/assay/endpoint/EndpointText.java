// SPDX-License-Identifier: Apache-2.0
package dev.assay.endpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of an endpoint's text: {@code kind:value:name=value}, where a backslash before a colon,
 * an equals sign or a backslash makes it part of the value.
 */
final class EndpointText {
  private static final String SPECIAL = ":=\\";

  private final String text;
  private final List<List<String>> parts = new ArrayList<>();

  private EndpointText(String text) {
    this.text = text;
  }

  /** Splits a text into its parts, without interpreting them. */
  static EndpointText parse(String text) {
    EndpointText parsed = new EndpointText(text);
    parsed.split();
    return parsed;
  }

  /** Returns the first part. */
  String kind() {
    List<String> first = parts.get(0);
    if (first.size() != 1 || !(first.get(0).equals("tcp") || first.get(0).equals("unix"))) {
      throw wrong("endpoint", "begin with tcp or unix", String.join("=", first));
    }
    return first.get(0);
  }

  /**
   * Returns the arguments by name.
   *
   * @param positional the names of the arguments that may be given without a name, in order
   * @param others the names of the arguments that need a name
   */
  EndpointArguments arguments(List<String> positional, List<String> others) {
    List<String> known = new ArrayList<>(positional);
    known.addAll(others);
    Map<String, String> values = new LinkedHashMap<>();
    boolean namedBefore = false;
    for (int i = 1; i < parts.size(); i++) {
      List<String> part = parts.get(i);
      boolean named = part.size() == 2;
      if (!named && namedBefore) {
        throw wrong("argument " + i, "have a name, as the one before it has", part.get(0));
      }
      if (!named && i > positional.size()) {
        throw wrong("argument " + i, "have a name, one of " + listed(known), part.get(0));
      }
      namedBefore = named;
      String name = named ? part.get(0) : positional.get(i - 1);
      if (!known.contains(name)) {
        throw wrong("name of argument " + i, "be one of " + listed(known), name);
      }
      String value = part.get(part.size() - 1);
      if (value.isEmpty()) {
        throw wrong(name, "have a value", "argument " + i);
      }
      if (values.putIfAbsent(name, value) != null) {
        throw wrong(name, "be given once", values.get(name) + " and " + value);
      }
    }
    return new EndpointArguments(this, values);
  }

  IllegalArgumentException wrong(String what, String rule, String actual) {
    return new IllegalArgumentException(
        what
            + " must "
            + rule
            + ": "
            + (actual.isEmpty() ? "nothing" : actual)
            + " (in \""
            + text
            + "\")");
  }

  private void split() {
    List<String> part = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
        word.append(escaped(i));
      } else if (c == '=' || c == ':') {
        part.add(word.toString());
        word.setLength(0);
        if (c == ':') {
          end(part);
          part = new ArrayList<>();
        }
      } else {
        word.append(c);
      }
    }
    part.add(word.toString());
    end(part);
  }

  private char escaped(int index) {
    if (index == text.length() || SPECIAL.indexOf(text.charAt(index)) < 0) {
      throw wrong(
          "backslash", "be followed by a colon, an equals sign or a backslash", rest(index - 1));
    }
    return text.charAt(index);
  }

  private void end(List<String> part) {
    if (part.size() > 2) {
      throw wrong(
          "argument " + parts.size(),
          "have one equals sign, others escaped by a backslash",
          String.join("=", part));
    }
    parts.add(part);
  }

  private String rest(int index) {
    return text.substring(index);
  }

  private static String listed(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
