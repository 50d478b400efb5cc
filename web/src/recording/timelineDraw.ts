import { clockText, dayText } from '../ui/format';
import { startOfDay, type Range } from './days';
import type { Kind, Lock, Recorded, Tag } from './spans';
import { ticks, tickStep, timeToX } from './timelineView';

/** What the timeline shows; `hover` is the time under the pointer. */
export interface TimelineModel {
  view: Range;
  /** One per camera; with several each carries its name. */
  rows: readonly { name: string; recorded: Recorded }[];
  at: number | undefined;
  now: number;
  clip: Range | undefined;
  hover: number | undefined;
}

export interface Palette {
  line: string;
  text: string;
  muted: string;
  kinds: Record<Kind, string>;
  gap: string;
  none: string;
  accent: string;
  surface: string;
  font: string;
}

export const RULER = 20;
export const HANDLE = 9;

/** Rows grow thinner the more there are; the names still fit. */
export function rowHeight(rows: number): number {
  return rows <= 1 ? 30 : rows <= 4 ? 22 : 16;
}

export function timelineHeight(rows: number): number {
  return RULER + Math.max(1, rows) * rowHeight(rows) + 4;
}

/** The row under a height, or undefined above and below them. */
export function rowAt(y: number, rows: number): number | undefined {
  const row = Math.floor((y - RULER) / rowHeight(rows));
  return row >= 0 && row < rows ? row : undefined;
}

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--ly-${name}`).trim();
  return {
    line: token('line'),
    text: token('text'),
    muted: token('muted'),
    kinds: {
      CONTINUOUS: token('tl-continuous'),
      MOTION: token('tl-motion'),
      ALARM: token('tl-alarm'),
      MANUAL: token('tl-manual'),
    },
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
  const height = timelineHeight(model.rows.length);
  const ratio = window.devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
  if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  const pen = new Pen(context, width, height, model.view, palette);
  model.rows.forEach(({ name, recorded }, i) => {
    const row = rowHeight(model.rows.length);
    drawRow(pen, { top: RULER + i * row, height: row }, recorded, palette);
    if (model.rows.length > 1) pen.name(name, RULER + i * row, row);
  });
  pen.ruler();
  pen.future(model.now);
  if (model.clip) pen.clip(model.clip);
  if (model.hover !== undefined) pen.cursor(model.hover, palette.muted, 1);
  if (model.at !== undefined) pen.playhead(model.at);
}

interface Band {
  top: number;
  height: number;
}

function drawRow(pen: Pen, { top, height }: Band, recorded: Recorded, palette: Palette): void {
  const edge = height > 20 ? 4 : 2;
  const band = { top: top + edge, height: height - 2 * edge };
  pen.fillRange(pen.view, { top, height: height - 1 }, palette.none);
  for (const gap of recorded.gaps) pen.hatch(gap, band, palette.gap);
  const kinds = recorded.kinds ?? recorded.spans.map((span) => ({ ...span, kind: 'CONTINUOUS' as const }));
  for (const { kind, ...span } of kinds) {
    // Besides the colour an event is a taller bar than what is always recorded.
    pen.fillRange(span, kind === 'CONTINUOUS' ? band : { top: top + 1, height: height - 3 }, palette.kinds[kind]);
  }
  for (const lock of recorded.locks ?? []) pen.lock(lock, { top, height });
  for (const tag of recorded.tags ?? []) pen.tag(tag, top);
}

class Pen {
  readonly #context: CanvasRenderingContext2D;
  readonly #width: number;
  readonly #height: number;
  readonly view: Range;
  readonly #palette: Palette;

  constructor(context: CanvasRenderingContext2D, width: number, height: number, view: Range, palette: Palette) {
    this.#context = context;
    this.#width = width;
    this.#height = height;
    this.view = view;
    this.#palette = palette;
  }

  #x(at: number): number {
    return timeToX(this.view, this.#width, at);
  }

  fillRange(range: Range, { top, height }: Band, colour: string): void {
    const left = Math.max(0, this.#x(range.from));
    const right = Math.min(this.#width, this.#x(range.to));
    if (right < 0 || left > this.#width) return;
    this.#context.fillStyle = colour;
    this.#context.fillRect(left, top, Math.max(1, right - left), height);
  }

  /** Gaps are hatched, so that they differ from what was never planned also without colour. */
  hatch(range: Range, { top, height }: Band, colour: string): void {
    const left = Math.max(0, this.#x(range.from));
    const right = Math.min(this.#width, this.#x(range.to));
    if (right <= left) return;
    const c = this.#context;
    c.save();
    c.beginPath();
    c.rect(left, top, Math.max(2, right - left), height);
    c.clip();
    c.strokeStyle = colour;
    c.lineWidth = 1.5;
    c.beginPath();
    for (let x = Math.floor(left / 6) * 6 - height; x < right + 6; x += 6) {
      c.moveTo(x, top + height);
      c.lineTo(x + height, top);
    }
    c.stroke();
    c.restore();
  }

  /** Locked footage has a bar along its foot with a post at both ends. */
  lock(lock: Lock, { top, height }: Band): void {
    const left = Math.max(0, this.#x(lock.from));
    const right = Math.min(this.#width, this.#x(lock.to));
    if (right <= left) return;
    const c = this.#context;
    c.fillStyle = this.#palette.text;
    c.fillRect(left, top + height - 4, Math.max(2, right - left), lock.legal ? 3 : 2);
    c.fillRect(left, top + height - 9, 2, 8);
    c.fillRect(right - 2, top + height - 9, 2, 8);
  }

  /** A tag is a small flag. */
  tag(tag: Tag, top: number): void {
    const x = Math.round(this.#x(tag.at));
    if (x < -8 || x > this.#width + 2) return;
    const c = this.#context;
    c.fillStyle = this.#palette.text;
    c.fillRect(x, top, 1, 14);
    c.beginPath();
    c.moveTo(x, top);
    c.lineTo(x + 9, top + 4);
    c.lineTo(x, top + 8);
    c.fill();
  }

  name(text: string, top: number, height: number): void {
    const c = this.#context;
    c.font = this.#palette.font;
    c.textBaseline = 'middle';
    const width = Math.min(140, c.measureText(text).width);
    c.globalAlpha = 0.78;
    c.fillStyle = this.#palette.surface;
    c.fillRect(0, top + 1, width + 10, height - 3);
    c.globalAlpha = 1;
    c.fillStyle = this.#palette.text;
    c.fillText(text, 5, top + height / 2, 140);
  }

  ruler(): void {
    const c = this.#context;
    const step = tickStep(this.view, this.#width, 64);
    c.font = this.#palette.font;
    c.textBaseline = 'middle';
    for (const at of ticks(this.view, step)) {
      const x = Math.round(this.#x(at)) + 0.5;
      const midnight = at === startOfDay(at);
      c.fillStyle = this.#palette.line;
      c.fillRect(x, midnight ? 0 : 4, 1, midnight ? this.#height : RULER - 4);
      c.fillStyle = this.#palette.muted;
      const label = midnight && step < 86_400_000 ? dayText(at).slice(5) : clockText(at, step < 60_000);
      if (x + 4 + c.measureText(label).width <= this.#width) c.fillText(label, x + 4, RULER / 2);
    }
  }

  /** What is not yet: covered, with the present as a line. */
  future(now: number): void {
    if (now >= this.view.to) return;
    const x = Math.max(0, this.#x(now));
    this.#context.fillStyle = this.#palette.surface;
    this.#context.globalAlpha = 0.7;
    this.#context.fillRect(x, RULER, this.#width - x, this.#height - RULER - 4);
    this.#context.globalAlpha = 1;
    if (now >= this.view.from) this.cursor(now, this.#palette.accent, 1, [3, 3]);
  }

  cursor(at: number, colour: string, width: number, dash: number[] = []): void {
    const c = this.#context;
    const x = Math.round(this.#x(at)) + 0.5;
    c.strokeStyle = colour;
    c.lineWidth = width;
    c.setLineDash(dash);
    c.beginPath();
    c.moveTo(x, 2);
    c.lineTo(x, this.#height);
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
    c.fillRect(left, RULER, right - left, this.#height - RULER - 4);
    c.globalAlpha = 1;
    for (const [x, towards] of [[left, -1], [right, 1]] as const) {
      c.fillRect(x - 1, RULER, 2, this.#height - RULER);
      c.fillRect(towards < 0 ? x - HANDLE : x, RULER + 8, HANDLE, 14);
    }
  }
}
