// SPDX-License-Identifier: Apache-2.0
/** What to do about connections: time out, retry, limit, throttle, log. */
@NullMarked
package dev.assay.policy;

import org.jspecify.annotations.NullMarked;
