import DownloadIcon from '@patternfly/react-icons/dist/esm/icons/download-icon';
import LockIcon from '@patternfly/react-icons/dist/esm/icons/lock-icon';
import { Button } from '@patternfly/react-core';
import type { Channel } from '../api/types';
import { useTranslation } from 'react-i18next';
import { clockText, dayText, lengthText } from '../ui/format';
import { Mark } from '../ui/Mark';
import { exportUrl, judge } from './clip';
import type { Range } from './days';
import type { Recorded } from './spans';
import { TimelineLegend } from './TimelineLegend';

interface Props {
  channels: readonly Channel[];
  clip: Range | undefined;
  /** What is recorded around the clip, by channel; undefined until it is known. */
  recorded: readonly Recorded[] | undefined;
  ready: boolean;
  onStart: () => void;
  onEnd: () => void;
  onClear: () => void;
  onLock: () => void;
}

/** The part to download: its ends, its length, what is missing in it, and the download. */
export function ClipBar({ channels, clip, recorded, ready, onStart, onEnd, onClear, onLock }: Props) {
  const { t } = useTranslation();
  return (
    <div className="ly-clip">
      <Button variant="secondary" isDisabled={!ready} title="[" onClick={onStart}>{t('playback.setStart')}</Button>
      <Button variant="secondary" isDisabled={!ready} title="]" onClick={onEnd}>{t('playback.setEnd')}</Button>
      {clip === undefined ? (
        <span className="ly-muted ly-wide-only">{t('playback.clipHint')}</span>
      ) : (
        <>
          <span className="ly-mono">{rangeText(clip)}</span>
          <span className="ly-muted">{t('playback.clipLength', { length: lengthText(clip.to - clip.from) })}</span>
          {channels[0] && <Verdict channelId={channels[0].id} clip={clip} recorded={recorded?.[0]} />}
          <Button variant="secondary" icon={<LockIcon />} onClick={onLock}>{t('lock.lockDots')}</Button>
          <Button variant="link" onClick={onClear}>{t('playback.clearClip')}</Button>
        </>
      )}
      <TimelineLegend />
    </div>
  );
}

function Verdict({ channelId, clip, recorded }: { channelId: string; clip: Range; recorded: Recorded | undefined }) {
  const { t } = useTranslation();
  if (recorded === undefined) return null;
  const verdict = judge(clip, recorded);
  if (verdict.kind !== 'ok') {
    return (
      <span role="status">
        <Mark tone="critical" word={verdict.kind === 'none' ? t('playback.clipNone') : t('playback.clipTooLong')} />
      </span>
    );
  }
  return (
    <>
      {verdict.missing > 0 && (
        <span role="status">
          <Mark tone="major" word={t('playback.clipPartly', { missing: lengthText(verdict.missing) })} />
        </span>
      )}
      <Button component="a" href={exportUrl(channelId, clip)} download="" icon={<DownloadIcon />}>{t('playback.download')}</Button>
    </>
  );
}

function rangeText({ from, to }: Range): string {
  const sameDay = dayText(from) === dayText(to - 1);
  return `${clockText(from)} – ${sameDay ? '' : `${dayText(to)} `}${clockText(to)}`;
}
