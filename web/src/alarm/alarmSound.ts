import type { AlarmPriority } from '../api/types';

/** How alarms sound: two tones, higher and more often the more important; critical ones, and those whose scheme says so, again until nobody has to hear them. */
const TONES: Record<AlarmPriority, { hertz: number; times: number }> = {
  CRITICAL: { hertz: 980, times: 3 },
  HIGH: { hertz: 780, times: 2 },
  MEDIUM: { hertz: 560, times: 1 },
  LOW: { hertz: 420, times: 1 },
};
const AGAIN_MS = 3_000;
const KEY = 'lynceus.alarm.muted';
export const MUTE_MINUTES = 10;

let context: AudioContext | undefined;
let timer: ReturnType<typeof setInterval> | undefined;
const critical = new Set<string>();
const listeners = new Set<() => void>();

export const alarmSound = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  /** Until when it is silent, epoch milliseconds; 0 when it is not. */
  mutedUntil(): number {
    return Number(localStorage.getItem(KEY) ?? 0);
  },
  mute(until: number): void {
    localStorage.setItem(KEY, String(until));
    listeners.forEach((listener) => listener());
  },
  raised(id: string, priority: AlarmPriority, goesOn: boolean): void {
    if (priority === 'CRITICAL' || goesOn) critical.add(id);
    play(priority);
    follow();
  },
  /** It sounds until somebody has it. */
  goesOn(id: string): void {
    critical.add(id);
    follow();
  },
  /** Somebody has it, or it is over and done with. */
  settled(id: string): void {
    critical.delete(id);
    follow();
  },
  stop(): void {
    critical.clear();
    follow();
  },
};

function follow(): void {
  if (critical.size === 0) {
    clearInterval(timer);
    timer = undefined;
  } else {
    timer ??= setInterval(() => play('CRITICAL'), AGAIN_MS);
  }
}

/** A browser that has not been touched yet plays nothing: then it stays silent, without a fault. */
function play(priority: AlarmPriority): void {
  if (alarmSound.mutedUntil() > Date.now()) return;
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume();
  const { hertz, times } = TONES[priority];
  for (let time = 0; time < times; time += 1) tone(context, hertz, context.currentTime + time * 0.24);
}

function tone(audio: AudioContext, hertz: number, at: number): void {
  const source = audio.createOscillator();
  const volume = audio.createGain();
  source.frequency.value = hertz;
  volume.gain.setValueAtTime(0.001, at);
  volume.gain.exponentialRampToValueAtTime(0.2, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.18);
  source.connect(volume).connect(audio.destination);
  source.start(at);
  source.stop(at + 0.2);
}
