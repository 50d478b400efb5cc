import { useTranslation } from 'react-i18next';
import type { StreamKind } from '../api/types';
import { reasonWords } from '../i18n/problemWords';
import { clockText, lengthText } from '../ui/format';
import type { Range } from './days';
import { gapAround, reasonBetween, spanAt } from './spans';
import type { TimelineRow } from './Timeline';
import { timeToX } from './timelineView';
import { useThumbnail } from './useThumbnail';

interface Props {
  at: number;
  row: TimelineRow;
  stream: StreamKind;
  several: boolean;
  view: Range;
  width: number;
  now: number;
}

/** What is under the pointer: time and picture, over a gap its bounds and reason, at a tag or lock their words. */
export function TimelineHover({ at, row, stream, several, view, width, now }: Props) {
  const { t } = useTranslation();
  const { recorded } = row;
  const x = timeToX(view, width, at);
  const perPixel = (view.to - view.from) / width;
  const gap = gapAround(recorded, at, { from: view.from, to: Math.min(view.to, now) });
  const picture = useThumbnail(row.channelId, stream, spanAt(recorded, at) === undefined ? undefined : at, perPixel * 6);
  const tags = recorded.tags?.filter((tag) => Math.abs(tag.at - at) < perPixel * 6) ?? [];
  const locks = recorded.locks?.filter((lock) => lock.from <= at && at < lock.to) ?? [];
  const kind = recorded.kinds?.findLast((k) => k.from <= at && at < k.to)?.kind;
  return (
    <div className="ly-timeline-hover" style={x > width / 2 ? { right: width - x } : { left: x }}>
      {picture !== undefined && <img src={picture} alt="" width="240" />}
      <p>
        {several && <span className="ly-muted">{row.name} </span>}
        {stream === 'SUB' && <span className="ly-muted">{t('device.stream.SUB')} </span>}
        {gap === undefined
          ? clockText(at)
          : t('playback.gapHover', {
              from: clockText(gap.from),
              to: clockText(gap.to),
              length: lengthText(gap.to - gap.from),
              reason: reasonWords(t, reasonBetween(recorded, gap.from, gap.to)) || t('playback.notPlanned'),
            })}
        {kind !== undefined && <span className="ly-muted"> {t(`playback.kinds.${kind}`)}</span>}
      </p>
      {tags.map((tag) => <p key={tag.id}>⚑ {tag.name}{tag.note !== undefined && <span className="ly-muted"> {tag.note}</span>}</p>)}
      {locks.map((lock) => <p key={lock.id}>{t(lock.legal ? 'lock.legalHold' : 'lock.incident')}: {lock.reason}</p>)}
    </div>
  );
}
