package org.lynceus.recording;

import java.util.UUID;

/** Recording of a channel was switched; observe it after the transaction's success. */
public record RecordingChanged(UUID channelId) {}
