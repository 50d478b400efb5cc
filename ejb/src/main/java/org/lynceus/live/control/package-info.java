/** Live control beside the head: its lens and picture, outputs, tours of presets. */
@org.jspecify.annotations.NullMarked
package org.lynceus.live.control;
