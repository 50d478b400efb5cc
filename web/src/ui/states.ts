import type { ConnectionState, RecordingState, Volume } from '../api/types';
import type { Tone } from './Mark';

export const CONNECTION_TONE: Record<ConnectionState, Tone> = { ONLINE: 'ok', CONNECTING: 'busy', OFFLINE: 'critical' };

export const RECORDING_TONE: Record<RecordingState, Tone> = {
  RECORDING: 'ok',
  STARTING: 'busy',
  INTERRUPTED: 'major',
  PLANNED: 'off',
  NOT_PLANNED: 'off',
};

export const VOLUME_TONE: Record<NonNullable<Volume['state']>, Tone> = {
  READY: 'ok',
  FULL: 'major',
  STALLED: 'major',
  READ_ONLY: 'critical',
  MISSING: 'critical',
  FAILED: 'critical',
};
