// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The order, decided by a chooser, in which things happen that are ready in one phase of a turn.
 */
record ReadyOrder(Chooser chooser) {
  /**
   * Returns one of those that are ready.
   *
   * @param first the one that was armed first; all that are due with it follow it in its list
   * @param end the arming number at which its turn ends
   */
  VirtualCall choose(VirtualCall first, long end) {
    List<VirtualCall> ready = new ArrayList<>();
    Set<Object> lanes = new LinkedHashSet<>();
    for (VirtualCall call = first;
        call != null && call.due == first.due && call.arming < end;
        call = call.next) {
      if (lanes.add(call.orderKey())) {
        ready.add(call);
      }
    }
    return ready.size() == 1 ? first : ready.get(chooser.choose(Choice.ORDER, ready.size()));
  }
}
