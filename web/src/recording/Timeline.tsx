import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StreamKind } from '../api/types';
import { useTheme } from '../app/preferences';
import { timeText } from '../ui/format';
import { useWidth } from '../ui/useWidth';
import type { Range } from './days';
import { spanAt, type Recorded } from './spans';
import { drawTimeline, paletteOf, rowAt, timelineHeight } from './timelineDraw';
import { TimelineHover } from './TimelineHover';
import { useTimelinePointer } from './useTimelinePointer';

export interface TimelineRow {
  channelId: string;
  name: string;
  recorded: Recorded;
}

interface Props {
  view: Range;
  rows: readonly TimelineRow[];
  /** Whose recordings the rows show. */
  stream: StreamKind;
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
 * What is recorded, over time, one row per camera. Click seeks, dragging pans, the wheel zooms; for the keyboard and for
 * screen readers it is a slider over the shown range.
 */
export function Timeline({ view, rows, stream, known, at, now, clip, onView, onSeek, onClip }: Props) {
  const { t } = useTranslation();
  const theme = useTheme();
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(canvas);
  const { hover, cursor, handlers } = useTimelinePointer(canvas, { view, clip, onView, onSeek, onClip });

  useEffect(() => {
    if (canvas.current !== null && width > 0) {
      drawTimeline(canvas.current, { view, rows, at, now, clip, hover: hover?.at }, paletteOf(canvas.current));
    }
  }, [width, view, rows, at, now, clip, hover, theme]);

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

  const state = at !== undefined && rows.some((row) => spanAt(row.recorded, at)) ? t('playback.recorded') : t('playback.notRecorded');
  const row = hover && rows[rowAt(hover.y, rows.length) ?? 0];
  return (
    <div className="ly-timeline">
      <canvas
        ref={canvas}
        style={{ height: timelineHeight(rows.length), cursor }}
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
      {known && rows.every((r) => r.recorded.spans.length === 0) && <p className="ly-timeline-none">{t('playback.noneThatDay')}</p>}
      {hover && row && width > 0 && (
        <TimelineHover at={hover.at} row={row} stream={stream} several={rows.length > 1} view={view} width={width} now={now} />
      )}
    </div>
  );
}
