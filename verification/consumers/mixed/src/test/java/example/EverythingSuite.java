// SPDX-License-Identifier: Apache-2.0
package example;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All tests again, each engine below the engine of suites. */
@Suite
@SelectPackages("example")
@ConfigurationParameter(key = "jqwik.database", value = "")
class EverythingSuite {}
