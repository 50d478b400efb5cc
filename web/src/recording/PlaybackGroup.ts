import type { Range } from './days';
import { IDLE, type PlaybackStatus } from './playbackStatus';
import { isTrick } from './rates';
import { nextRecorded, previousRecorded, reasonBetween, spanAt, type Recorded } from './spans';

/** What the group needs of a pane's player; PlaybackEngine is one. */
export interface Member {
  readonly status: PlaybackStatus;
  seek(at: number, play: boolean): void;
  play(): void;
  pause(): void;
  setRate(rate: number): void;
  nudge(factor: number): void;
  step(frames: number): void;
}

interface Pane {
  member: Member;
  look: (from: number) => Promise<Recorded>;
  recorded: Recorded | undefined;
  lookedAt: number;
  soughtAt: number;
  /** The stretch without recordings the clock is in. */
  gap: Range | undefined;
}

export interface GroupStatus extends PlaybackStatus {
  /** By pane: the stretch without recordings it waits through; its ends may be open. */
  gaps: ReadonlyMap<string, Range>;
}

/** A pane this far off (milliseconds at normal speed) is sought anew; less is corrected by up to 5 % of speed. */
const SEEK_OFF = 500;
const KEY_FRAME_OFF = 2_500;
const MOST_NUDGE = 0.05;
const SEEK_AGAIN = 2_500;
const HOLD_MOST = 5_000;
const LOOK_AGAIN = 5_000;
const DAY = 86_400_000;

/**
 * Keeps 1 to 16 panes at the same wall time. A single pane leads itself; several follow one master clock, which waits
 * (a while) for a pane that loads, runs on while a pane has a gap, and jumps when all have one.
 */
export class PlaybackGroup {
  readonly #panes = new Map<string, Pane>();
  #status: PlaybackStatus = IDLE;
  #ticked = 0;
  #heldSince: number | undefined;
  #published: GroupStatus = { ...IDLE, gaps: new Map() };
  readonly #listener: (status: GroupStatus) => void;
  readonly #now: () => number;

  constructor(listener: (status: GroupStatus) => void, now: () => number = () => performance.now()) {
    this.#listener = listener;
    this.#now = now;
  }

  add(id: string, member: Member, look: (from: number) => Promise<Recorded>): void {
    this.#panes.set(id, { member, look, recorded: undefined, lookedAt: -Infinity, soughtAt: -Infinity, gap: undefined });
    member.setRate(this.#status.rate);
    if (this.#status.phase !== 'idle') this.seek(this.#status.at, this.#status.playing);
  }

  remove(id: string): void {
    this.#panes.delete(id);
    const sole = this.#sole;
    if (sole !== undefined && this.#status.phase !== 'idle') sole.seek(this.#status.at, this.#status.playing);
    this.#publish();
  }

  get status(): PlaybackStatus {
    return this.#status;
  }

  get #sole(): Member | undefined {
    return this.#panes.size === 1 ? [...this.#panes.values()][0]?.member : undefined;
  }

  /** A member's status changed; a single one is the group's. */
  changed(): void {
    const sole = this.#sole;
    if (sole === undefined) return;
    this.#status = sole.status;
    this.#publish();
  }

  seek(at: number, play = this.#status.playing): void {
    const sole = this.#sole;
    if (sole !== undefined) {
      this.#status = { ...this.#status, at, playing: play };
      sole.seek(at, play);
      return;
    }
    this.#status = { ...this.#status, phase: 'loading', at, playing: play, skip: undefined, problem: undefined };
    this.#heldSince = this.#now();
    for (const pane of this.#panes.values()) {
      pane.soughtAt = -Infinity;
      pane.lookedAt = -Infinity;
      pane.recorded = undefined;
      pane.gap = undefined;
    }
    this.tick();
  }

  play(): void {
    if (this.#sole !== undefined) this.#sole.play();
    else if (this.#status.phase === 'end' || this.#status.phase === 'failed') this.seek(this.#status.at, true);
    else this.#set({ playing: true });
  }

  pause(): void {
    if (this.#sole !== undefined) this.#sole.pause();
    else {
      for (const { member } of this.#panes.values()) member.pause();
      this.#set({ playing: false });
    }
  }

  setRate(rate: number): void {
    this.#status = { ...this.#status, rate };
    for (const { member } of this.#panes.values()) member.setRate(rate);
    if (this.#sole === undefined) this.#publish();
  }

  step(frames: number): void {
    if (this.#sole !== undefined) {
      this.#sole.step(frames);
      return;
    }
    this.pause();
    const shown = [...this.#panes.values()].filter((p) => p.gap === undefined);
    for (const { member } of shown) member.step(frames);
    const first = shown[0];
    if (first !== undefined) this.#set({ at: first.member.status.at });
  }

  /** Moves the clock on and keeps the panes at it; to be called several times a second. */
  tick(): void {
    const now = this.#now();
    const passed = now - this.#ticked;
    this.#ticked = now;
    if (this.#panes.size < 2 || this.#status.phase === 'idle' || this.#status.phase === 'failed') return;
    for (const pane of this.#panes.values()) this.#look(pane, now);
    const panes = [...this.#panes.values()].filter((p) => p.recorded !== undefined);
    if (panes.length === 0) return;
    if (this.#status.playing && !this.#holds(panes, now)) this.#status = { ...this.#status, at: this.#status.at + Math.min(passed, 1_000) * this.#status.rate };
    for (const pane of panes) this.#follow(pane, now);
    if (panes.length === this.#panes.size && panes.every((p) => p.gap !== undefined)) this.#jump(panes);
    else if (this.#status.phase !== 'ready') this.#status = { ...this.#status, phase: 'ready' };
    this.#publish();
  }

  /** Reads what is recorded around the clock, again when the clock leaves what is known. */
  #look(pane: Pane, now: number): void {
    const { at, rate } = this.#status;
    const last = pane.recorded?.spans.at(-1)?.to ?? -Infinity;
    const first = pane.recorded?.spans[0]?.from ?? Infinity;
    const known = rate < 0 ? at > first : at < last - 3_000;
    if ((pane.recorded !== undefined && known) || now - pane.lookedAt < LOOK_AGAIN) return;
    pane.lookedAt = now;
    const asked = now;
    pane.look(rate < 0 ? at - 6 * DAY : at - 60_000).then(
      (recorded) => {
        if (pane.lookedAt === asked) pane.recorded = recorded;
      },
      (error: unknown) => {
        pane.recorded ??= { spans: [], gaps: [] };
        reportError(error);
      },
    );
  }

  /** The clock stands while a pane with a picture loads it, but not for ever. */
  #holds(panes: readonly Pane[], now: number): boolean {
    const loading = panes.some((p) => p.gap === undefined && (p.member.status.phase === 'loading' || p.soughtAt === -Infinity));
    if (!loading) this.#heldSince = undefined;
    else this.#heldSince ??= now;
    return this.#heldSince !== undefined && now - this.#heldSince < HOLD_MOST;
  }

  #follow(pane: Pane, now: number): void {
    const { at, playing, rate } = this.#status;
    const recorded = pane.recorded!;
    const { member } = pane;
    if (spanAt(recorded, at) === undefined) {
      const before = previousRecorded(recorded, at);
      const after = nextRecorded(recorded, at);
      if (pane.gap === undefined) {
        member.pause();
        // What comes next is made ready, so that it begins in time.
        if (rate > 0 && after !== undefined) this.#seekPane(pane, after, false, now);
      }
      pane.gap = { from: before ?? -Infinity, to: after ?? Infinity };
      return;
    }
    pane.gap = undefined;
    const off = at - member.status.at;
    const most = SEEK_OFF * Math.max(1, Math.abs(rate)) + (isTrick(rate) ? KEY_FRAME_OFF : 0);
    const lost = member.status.phase === 'idle' || member.status.phase === 'end' || (member.status.phase !== 'loading' && Math.abs(off) > most);
    if (lost && now - pane.soughtAt > SEEK_AGAIN) this.#seekPane(pane, at, playing, now);
    else if (member.status.phase === 'ready') {
      const factor = Math.max(-MOST_NUDGE, Math.min(MOST_NUDGE, (off / 1000 / rate) * 0.2));
      member.nudge(!playing || isTrick(rate) || Math.abs(off) < 40 ? 1 : 1 + factor);
      const waits = playing && this.#heldSince !== undefined;
      if (waits && member.status.playing) member.pause();
      else if (playing && !waits && !member.status.playing) member.play();
    }
  }

  #seekPane(pane: Pane, at: number, play: boolean, now: number): void {
    pane.soughtAt = now;
    pane.member.seek(at, play);
  }

  /** No pane has a picture at this time: on to the first that has. */
  #jump(panes: readonly Pane[]): void {
    const { at, rate, playing } = this.#status;
    const targets = panes.flatMap((p) => {
      const to = rate < 0 ? previousRecorded(p.recorded!, at) : nextRecorded(p.recorded!, at);
      return to === undefined ? [] : [{ to, pane: p }];
    });
    const nearest = targets.sort((a, b) => (rate < 0 ? b.to - a.to : a.to - b.to))[0];
    if (nearest === undefined) {
      this.#status = { ...this.#status, phase: 'end' };
      return;
    }
    const reason = reasonBetween(nearest.pane.recorded!, Math.min(at, nearest.to), Math.max(at, nearest.to));
    this.#status = { ...this.#status, phase: 'ready', at: nearest.to, skip: { from: at, to: nearest.to, reason } };
    for (const pane of panes) pane.gap = undefined;
    this.#heldSince = playing ? this.#now() : undefined;
  }

  #set(change: Partial<PlaybackStatus>): void {
    this.#status = { ...this.#status, ...change };
    this.#publish();
  }

  #publish(): void {
    const gaps = new Map([...this.#panes].flatMap(([id, p]) => (p.gap === undefined || this.#panes.size < 2 ? [] : [[id, p.gap] as const])));
    const old = this.#published;
    const same = gaps.size === old.gaps.size && [...gaps].every(([id, gap]) => old.gaps.get(id)?.to === gap.to);
    this.#published = { ...this.#status, gaps: same ? old.gaps : gaps };
    this.#listener(this.#published);
  }
}
