import type { ConnectionState, RecordingState } from '../api/types';
import type { Tone } from './Mark';

export const CONNECTION_TONE: Record<ConnectionState, Tone> = { ONLINE: 'ok', CONNECTING: 'busy', OFFLINE: 'critical' };

export const RECORDING_TONE: Record<RecordingState, Tone> = {
  RECORDING: 'ok',
  STARTING: 'busy',
  INTERRUPTED: 'major',
  PLANNED: 'off',
  NOT_PLANNED: 'off',
};
