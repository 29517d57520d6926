// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.report;

import dev.assay.ledger.Display;
import dev.assay.pending.Cause;
import java.util.ArrayList;
import java.util.List;

/**
 * The account of how something came about: the code that made it, the code that had armed that, and
 * so on.
 */
final class CauseText {
  private static final int TOLD = 9;

  private final List<String> lines = new ArrayList<>();

  private CauseText() {}

  /** Returns a line for each link of a chain, or for several links from the same code. */
  static List<String> of(Cause latest) {
    CauseText story = new CauseText();
    story.tell(latest);
    return story.lines;
  }

  private void tell(Cause latest) {
    Cause link = latest;
    long untold = 0;
    while (link != null && lines.size() < TOLD) {
      Cause following = link.earlier();
      untold = link.forgotten();
      int alike = 0;
      while (following != null && isAlike(link, following)) {
        alike++;
        untold = following.forgotten();
        following = following.earlier();
      }
      lines.add("  " + line(link));
      if (alike > 0) {
        lines.add("  and " + alike + " before it, armed at the same line");
      }
      link = following;
    }
    if (link != null) {
      untold = link.count();
    }
    if (untold > 0) {
      lines.add("  and " + untold + " earlier, which are not shown");
    }
  }

  private static boolean isAlike(Cause link, Cause other) {
    return link.site().element() != null
        && link.site().toString().equals(other.site().toString())
        && withoutNumbers(link).equals(withoutNumbers(other));
  }

  private static String withoutNumbers(Cause link) {
    return link.what().replaceAll("\\d+", "");
  }

  private static String line(Cause link) {
    String at = " at t=" + Display.time(link.at());
    return link.site().element() == null
        ? link.what() + at
        : link.what() + " ran" + at + ", armed at " + link.site();
  }
}
