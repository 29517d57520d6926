// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

/** The chooser that always takes the first option. */
enum QuietChooser implements Chooser {
  INSTANCE;

  @Override
  public int choose(Choice what, int options) {
    return 0;
  }
}
