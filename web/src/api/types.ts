import type { components } from './schema';

/** Short names for the shapes of the API; every one is the generated one. */
type Schemas = components['schemas'];

export type Session = Schemas['SessionView'];
export type Device = Schemas['DeviceView'];
export type Channel = Schemas['ChannelView'];
export type ConnectionState = Device['state'];
export type Recording = Schemas['RecordingView'];
export type RecordingState = Recording['state'];
export type Reason = Schemas['Reason'];
export type StreamDescription = Schemas['StreamView'];
export type Probe = Schemas['ProbeView'];
export type Timeline = Schemas['TimelineView'];
export type TimelineSpan = Schemas['TimelineSpan'];
export type TimelineGap = Schemas['TimelineGap'];
export type RecordingKind = Schemas['RecordingKind'];
export type RecordingPlan = Schemas['RecordingPlanView'];
export type RecordingLock = Schemas['RecordingLockView'];
export type LockKind = Schemas['Kind'];
export type RecordingTag = Schemas['TagView'];
export type Retention = Schemas['RetentionView'];
export type Deletion = Schemas['DeletionView'];
export type TimeTemplate = Schemas['TimeTemplateView'];
export type Period = Schemas['PeriodView'];
export type Holiday = Schemas['HolidayView'];
export type DeviceEvent = Schemas['EventView'];
export type SystemStatus = Schemas['SystemView'];
export type ProblemBody = Schemas['Problem'];
