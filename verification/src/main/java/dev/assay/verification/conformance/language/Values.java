// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.language;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.assay.deferred.DeferredLock;
import dev.assay.deferred.DeferredSemaphore;
import dev.assay.deferred.Indexed;
import dev.assay.deferred.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How results are written in a trace. */
public final class Values {
  private Values() {}

  public static JsonArray array(@Nullable Object... parts) {
    JsonArray array = new JsonArray();
    for (Object part : parts) {
      array.add(json(part));
    }
    return array;
  }

  public static JsonElement json(@Nullable Object value) {
    if (value == null) {
      return JsonNull.INSTANCE;
    } else if (value instanceof JsonElement element) {
      return element;
    } else if (value instanceof Boolean flag) {
      return new JsonPrimitive(flag);
    } else if (value instanceof Number number) {
      return new JsonPrimitive(number);
    } else if (value instanceof Outcome<?> outcome) {
      return outcome(outcome);
    } else if (value instanceof DeferredLock || value instanceof DeferredSemaphore) {
      return new JsonPrimitive("<primitive>");
    }
    return new JsonPrimitive(value.toString());
  }

  /** Returns {@code [value,value,...]} of what a gather gives. */
  public static JsonElement gathered(@Nullable Object values) {
    return values instanceof List<?> list ? array(list.toArray()) : json(values);
  }

  /** Returns {@code [[ok,value],...]} of what a list gives, or {@code [value,index]}. */
  public static JsonElement listed(@Nullable Object result) {
    if (result instanceof Indexed<?> first) {
      return array(first.value(), first.index());
    } else if (result instanceof List<?> outcomes) {
      JsonArray pairs = new JsonArray();
      outcomes.forEach(end -> pairs.add(array(end instanceof Outcome.Success, end)));
      return pairs;
    }
    return json(result);
  }

  /** Returns {@code [index,value]} of what a race gives. */
  public static JsonElement won(@Nullable Object winner) {
    return winner instanceof Indexed<?> first ? array(first.index(), first.value()) : json(winner);
  }

  private static JsonElement outcome(Outcome<?> outcome) {
    return outcome.<JsonElement>fold(Values::json, Values::error);
  }

  private static JsonObject error(Throwable error) {
    JsonObject json = new JsonObject();
    json.addProperty("error", ErrorNames.of(error));
    return json;
  }
}
