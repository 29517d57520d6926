// SPDX-License-Identifier: Apache-2.0
/** A user's module: its code asks only for time. */
module example {
  requires dev.assay.core;

  exports example;
}
