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
export type DeviceEvent = Schemas['EventView'];
export type SystemStatus = Schemas['SystemView'];
export type ProblemBody = Schemas['Problem'];
