import { clockText, dayText } from '../ui/format';
import { startOfDay, type Range } from './days';
import type { Recorded } from './spans';
import { ticks, tickStep, timeToX } from './timelineView';

/** What the timeline shows; `hover` is the time under the pointer. */
export interface TimelineModel {
  view: Range;
  recorded: Recorded;
  at: number | undefined;
  now: number;
  clip: Range | undefined;
  hover: number | undefined;
}

export interface Palette {
  line: string;
  text: string;
  muted: string;
  continuous: string;
  gap: string;
  none: string;
  accent: string;
  surface: string;
  font: string;
}

export const RULER = 20;
export const TRACK = 30;
export const HEIGHT = RULER + TRACK + 4;
export const HANDLE = 9;

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--ly-${name}`).trim();
  return {
    line: token('line'),
    text: token('text'),
    muted: token('muted'),
    continuous: token('tl-continuous'),
    gap: token('tl-gap'),
    none: token('tl-none'),
    accent: token('accent'),
    surface: token('surface'),
    font: `11px ${token('font-mono')}`,
  };
}

export function drawTimeline(canvas: HTMLCanvasElement, model: TimelineModel, palette: Palette): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const width = canvas.clientWidth;
  const ratio = window.devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
  if (canvas.height !== Math.round(HEIGHT * ratio)) canvas.height = Math.round(HEIGHT * ratio);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, HEIGHT);
  const pen = new Pen(context, width, model.view, palette);
  pen.fillRange(model.view, RULER, TRACK, palette.none);
  for (const gap of model.recorded.gaps) pen.hatch(gap, palette.gap);
  for (const span of model.recorded.spans) pen.fillRange(span, RULER + 4, TRACK - 8, palette.continuous);
  pen.ruler();
  pen.future(model.now);
  if (model.clip) pen.clip(model.clip);
  if (model.hover !== undefined) pen.cursor(model.hover, palette.muted, 1);
  if (model.at !== undefined) pen.playhead(model.at);
}

class Pen {
  readonly #context: CanvasRenderingContext2D;
  readonly #width: number;
  readonly #view: Range;
  readonly #palette: Palette;

  constructor(context: CanvasRenderingContext2D, width: number, view: Range, palette: Palette) {
    this.#context = context;
    this.#width = width;
    this.#view = view;
    this.#palette = palette;
  }

  #x(at: number): number {
    return timeToX(this.#view, this.#width, at);
  }

  fillRange(range: Range, top: number, height: number, colour: string): void {
    const left = Math.max(0, this.#x(range.from));
    const right = Math.min(this.#width, this.#x(range.to));
    if (right < 0 || left > this.#width) return;
    this.#context.fillStyle = colour;
    this.#context.fillRect(left, top, Math.max(1, right - left), height);
  }

  /** Gaps are hatched, so that they differ from what was never planned also without colour. */
  hatch(range: Range, colour: string): void {
    const left = Math.max(0, this.#x(range.from));
    const right = Math.min(this.#width, this.#x(range.to));
    if (right <= left) return;
    const c = this.#context;
    c.save();
    c.beginPath();
    c.rect(left, RULER + 4, Math.max(2, right - left), TRACK - 8);
    c.clip();
    c.strokeStyle = colour;
    c.lineWidth = 1.5;
    c.beginPath();
    for (let x = Math.floor(left / 6) * 6 - TRACK; x < right + 6; x += 6) {
      c.moveTo(x, RULER + TRACK);
      c.lineTo(x + TRACK, RULER);
    }
    c.stroke();
    c.restore();
  }

  ruler(): void {
    const c = this.#context;
    const step = tickStep(this.#view, this.#width, 64);
    c.font = this.#palette.font;
    c.textBaseline = 'middle';
    for (const at of ticks(this.#view, step)) {
      const x = Math.round(this.#x(at)) + 0.5;
      const midnight = at === startOfDay(at);
      c.fillStyle = this.#palette.line;
      c.fillRect(x, midnight ? 0 : 4, 1, midnight ? HEIGHT : RULER - 4);
      c.fillStyle = this.#palette.muted;
      const label = midnight && step < 86_400_000 ? dayText(at).slice(5) : clockText(at, step < 60_000);
      if (x + 4 + c.measureText(label).width <= this.#width) c.fillText(label, x + 4, RULER / 2);
    }
  }

  /** What is not yet: covered, with the present as a line. */
  future(now: number): void {
    if (now >= this.#view.to) return;
    const x = Math.max(0, this.#x(now));
    this.#context.fillStyle = this.#palette.surface;
    this.#context.globalAlpha = 0.7;
    this.#context.fillRect(x, RULER, this.#width - x, TRACK);
    this.#context.globalAlpha = 1;
    if (now >= this.#view.from) this.cursor(now, this.#palette.accent, 1, [3, 3]);
  }

  cursor(at: number, colour: string, width: number, dash: number[] = []): void {
    const c = this.#context;
    const x = Math.round(this.#x(at)) + 0.5;
    c.strokeStyle = colour;
    c.lineWidth = width;
    c.setLineDash(dash);
    c.beginPath();
    c.moveTo(x, 2);
    c.lineTo(x, HEIGHT);
    c.stroke();
    c.setLineDash([]);
  }

  playhead(at: number): void {
    const x = Math.round(this.#x(at)) + 0.5;
    if (x < -6 || x > this.#width + 6) return;
    this.cursor(at, this.#palette.text, 2);
    const c = this.#context;
    c.fillStyle = this.#palette.text;
    c.beginPath();
    c.moveTo(x - 5, 0);
    c.lineTo(x + 5, 0);
    c.lineTo(x, 7);
    c.fill();
  }

  clip(range: Range): void {
    const c = this.#context;
    const left = this.#x(range.from);
    const right = this.#x(range.to);
    c.fillStyle = this.#palette.accent;
    c.globalAlpha = 0.25;
    c.fillRect(left, RULER, right - left, TRACK);
    c.globalAlpha = 1;
    for (const [x, towards] of [[left, -1], [right, 1]] as const) {
      c.fillRect(x - 1, RULER, 2, TRACK + 4);
      c.fillRect(towards < 0 ? x - HANDLE : x, RULER + 8, HANDLE, 14);
    }
  }
}
