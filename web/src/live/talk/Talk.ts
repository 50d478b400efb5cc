import type { TalkFrame } from './talkWorklet';
import workletUrl from './talkWorklet?worker&url';

/** Why a talk is over or did not begin. */
export type TalkEnd =
  | { kind: 'hungUp' | 'insecure' | 'denied' | 'noMicrophone' | 'busyMicrophone' | 'noRight' | 'lost' }
  | { kind: 'reason'; reason: { code: string; text: string }; holder?: string | undefined };

export interface TalkEvents {
  /** The camera listens. */
  open: () => void;
  /** How loud the microphone is, 0 to 1, fifty times a second. */
  level: (level: number) => void;
  ended: (end: TalkEnd) => void;
}

type Told = { type: 'open' } | { type: 'ended'; reason?: { code: string; text: string }; holder?: string };

const NO_RIGHT = 4403;

/**
 * One talk to a camera: the microphone, an audio worklet that makes frames of it, a socket to the center. Nothing is
 * sent before the camera listens. However it ends, the microphone is given back and `ended` is told once.
 */
export class Talk {
  #stream: MediaStream | undefined;
  #context: AudioContext | undefined;
  #socket: WebSocket | undefined;
  #open = false;
  #over = false;
  readonly #events: TalkEvents;

  constructor(channelId: string, events: TalkEvents) {
    this.#events = events;
    this.#begin(channelId).catch((error: unknown) => this.#end(endOf(error)));
  }

  hangUp(): void {
    this.#end({ kind: 'hungUp' });
  }

  async #begin(channelId: string): Promise<void> {
    if (!window.isSecureContext || !('mediaDevices' in navigator)) {
      this.#end({ kind: 'insecure' });
      return;
    }
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    });
    if (this.#over) {
      stop(stream);
      return;
    }
    this.#stream = stream;
    stream.getAudioTracks()[0]?.addEventListener('ended', () => this.#end({ kind: 'noMicrophone' }));
    this.#context = new AudioContext();
    await this.#context.audioWorklet.addModule(workletUrl);
    await this.#context.resume();
    if (!this.#over) this.#connect(channelId, this.#context, stream);
  }

  #connect(channelId: string, context: AudioContext, stream: MediaStream): void {
    const node = new AudioWorkletNode(context, 'lynceus-talk', { numberOfInputs: 1, numberOfOutputs: 0, channelCount: 1, channelCountMode: 'explicit' });
    context.createMediaStreamSource(stream).connect(node);
    const url = new URL(`/api/v1/channels/${channelId}/talk`, location.href);
    url.protocol = url.protocol.replace('http', 'ws');
    const socket = new WebSocket(url);
    this.#socket = socket;
    node.port.onmessage = ({ data }: MessageEvent<TalkFrame>) => {
      if (this.#over) return;
      this.#events.level(data.level);
      if (this.#open && socket.readyState === WebSocket.OPEN) socket.send(littleEndian(data.pcm));
    };
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      const told = JSON.parse(data) as Told;
      if (told.type === 'open') {
        this.#open = true;
        this.#events.open();
      } else if (told.reason === undefined) {
        this.#end({ kind: 'hungUp' });
      } else {
        this.#end({ kind: 'reason', reason: told.reason, holder: told.holder });
      }
    };
    socket.onclose = ({ code }) => this.#end({ kind: code === NO_RIGHT ? 'noRight' : 'lost' });
  }

  #end(end: TalkEnd): void {
    if (this.#over) return;
    this.#over = true;
    if (this.#stream) stop(this.#stream);
    void this.#context?.close();
    this.#socket?.close();
    this.#events.ended(end);
  }
}

function stop(stream: MediaStream): void {
  stream.getTracks().forEach((track) => track.stop());
}

function littleEndian(pcm: Int16Array): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(pcm.length * 2));
  pcm.forEach((sample, i) => view.setInt16(i * 2, sample, true));
  return view.buffer;
}

function endOf(error: unknown): TalkEnd {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return { kind: 'denied' };
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return { kind: 'noMicrophone' };
  if (name === 'NotReadableError' || name === 'AbortError') return { kind: 'busyMicrophone' };
  reportError(error);
  return { kind: 'lost' };
}
