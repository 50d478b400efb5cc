/** What is recorded, where it lies, and how it is played back. */
@org.jspecify.annotations.NullMarked
package org.lynceus.recording;
