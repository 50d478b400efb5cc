import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTheme } from '../app/preferences';
import { reasonWords } from '../i18n/problemWords';
import { clockText, lengthText, timeText } from '../ui/format';
import type { Range } from './days';
import { gapAround, reasonBetween, spanAt, type Recorded } from './spans';
import { drawTimeline, HEIGHT, paletteOf } from './timelineDraw';
import { timeToX } from './timelineView';
import { useTimelinePointer } from './useTimelinePointer';

interface Props {
  view: Range;
  recorded: Recorded;
  /** True once it is known what is recorded. */
  known: boolean;
  at: number | undefined;
  now: number;
  clip: Range | undefined;
  onView: (view: Range) => void;
  onSeek: (at: number) => void;
  onClip: (clip: Range) => void;
}

/**
 * What is recorded, over time. Click seeks, dragging pans, the wheel zooms; for the keyboard and for screen readers it
 * is a slider over the shown range.
 */
export function Timeline({ view, recorded, known, at, now, clip, onView, onSeek, onClip }: Props) {
  const { t } = useTranslation();
  const theme = useTheme();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, setWidth] = useState(0);
  const { hover, cursor, handlers } = useTimelinePointer(canvas, { view, clip, onView, onSeek, onClip });

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (canvas.current !== null && width > 0) {
      drawTimeline(canvas.current, { view, recorded, at, now, clip, hover }, paletteOf(canvas.current));
    }
  }, [width, view, recorded, at, now, clip, hover, theme]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    const page = (view.to - view.from) / 10;
    const from = at ?? view.from;
    const targets: Record<string, number> = {
      ArrowLeft: from - (event.shiftKey ? 60_000 : 10_000),
      ArrowRight: from + (event.shiftKey ? 60_000 : 10_000),
      PageDown: from - page,
      PageUp: from + page,
      Home: view.from,
      End: Math.min(view.to, now) - 1000,
    };
    const target = targets[event.key];
    if (target === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onSeek(target);
  };

  const state = at !== undefined && spanAt(recorded, at) ? t('playback.recorded') : t('playback.notRecorded');
  return (
    <div className="ly-timeline">
      <canvas
        ref={canvas}
        style={{ height: HEIGHT, cursor }}
        role="slider"
        tabIndex={0}
        aria-label={t('playback.timeline')}
        aria-valuemin={view.from}
        aria-valuemax={view.to}
        aria-valuenow={Math.max(view.from, Math.min(view.to, at ?? view.from))}
        aria-valuetext={at === undefined ? t('playback.pick') : t('playback.timelineText', { time: timeText(at), state })}
        onKeyDown={onKeyDown}
        {...handlers}
      />
      {known && recorded.spans.length === 0 && <p className="ly-timeline-none">{t('playback.noneThatDay')}</p>}
      {hover !== undefined && width > 0 && (
        <HoverText at={hover} x={timeToX(view, width, hover)} width={width} recorded={recorded} bounds={{ from: view.from, to: Math.min(view.to, now) }} />
      )}
    </div>
  );
}

interface HoverProps {
  at: number;
  x: number;
  width: number;
  recorded: Recorded;
  bounds: Range;
}

/** The time under the pointer, and over a gap its bounds and reason. */
function HoverText({ at, x, width, recorded, bounds }: HoverProps) {
  const { t } = useTranslation();
  const gap = gapAround(recorded, at, bounds);
  const text =
    gap === undefined
      ? clockText(at)
      : t('playback.gapHover', {
          from: clockText(gap.from),
          to: clockText(gap.to),
          length: lengthText(gap.to - gap.from),
          reason: reasonWords(t, reasonBetween(recorded, gap.from, gap.to)) || t('recording.NOT_PLANNED'),
        });
  return (
    <div className="ly-timeline-hover" style={x > width / 2 ? { right: width - x } : { left: x }}>
      {text}
    </div>
  );
}
