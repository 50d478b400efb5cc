import type { ConnectionState, Reason } from '../api/types';

/** The text messages of the live WebSocket; binary ones are the init segment and then fMP4 fragments. */
export type LiveMessage =
  | { type: 'init'; mime: string; width: number; height: number }
  | { type: 'state'; state: ConnectionState; reason?: Reason }
  | { type: 'dropped'; frames: number };

/** The message, or undefined for a type this version does not know. */
export function readLiveMessage(text: string): LiveMessage | undefined {
  const message = JSON.parse(text) as { type?: unknown };
  return message.type === 'init' || message.type === 'state' || message.type === 'dropped' ? (message as LiveMessage) : undefined;
}
