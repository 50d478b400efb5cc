import type { ConnectionState, Reason } from '../api/types';
import type { G711 } from './g711';

/** The text messages of the live WebSocket; binary ones are the init segment, then fMP4 fragments and G.711 samples. */
export type LiveMessage =
  | { type: 'init'; mime: string; width: number; height: number }
  | { type: 'state'; state: ConnectionState; reason?: Reason }
  | { type: 'dropped'; frames: number }
  | { type: 'audio'; codec: G711; rate: number };

const KNOWN = new Set<unknown>(['init', 'state', 'dropped', 'audio']);

/** The message, or undefined for a type this version does not know. */
export function readLiveMessage(text: string): LiveMessage | undefined {
  const message = JSON.parse(text) as { type?: unknown };
  return KNOWN.has(message.type) ? (message as LiveMessage) : undefined;
}
