import DownloadIcon from '@patternfly/react-icons/dist/esm/icons/download-icon';
import LockIcon from '@patternfly/react-icons/dist/esm/icons/lock-icon';
import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { clockText, dayText, lengthText } from '../ui/format';
import { Mark } from '../ui/Mark';
import { judge } from './clip';
import type { Range } from './days';
import type { Recorded } from './spans';
import { TimelineLegend } from './TimelineLegend';

interface Props {
  clip: Range | undefined;
  /** What is recorded around the clip, by channel; undefined until it is known. */
  recorded: readonly Recorded[] | undefined;
  ready: boolean;
  onStart: () => void;
  onEnd: () => void;
  onClear: () => void;
  onLock: () => void;
  onExport: () => void;
}

/** The part to download: its ends, its length, what is missing in it, and the download. */
export function ClipBar({ clip, recorded, ready, onStart, onEnd, onClear, onLock, onExport }: Props) {
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
          <Verdict clip={clip} recorded={recorded} onExport={onExport} />
          <Button variant="secondary" icon={<LockIcon />} onClick={onLock}>{t('lock.lockDots')}</Button>
          <Button variant="link" onClick={onClear}>{t('playback.clearClip')}</Button>
        </>
      )}
      <TimelineLegend />
    </div>
  );
}

/** What the download would hold of the camera that has most of it; no camera with anything, no download. */
function Verdict({ clip, recorded, onExport }: { clip: Range; recorded: readonly Recorded[] | undefined; onExport: () => void }) {
  const { t } = useTranslation();
  if (recorded === undefined) return null;
  const verdicts = recorded.map((r) => judge(clip, r));
  const good = verdicts.filter((v) => v.kind === 'ok');
  if (good.length === 0) {
    const long = verdicts.some((v) => v.kind === 'too-long');
    return (
      <span role="status">
        <Mark tone="critical" word={long ? t('playback.clipTooLong') : t('playback.clipNone')} />
      </span>
    );
  }
  const missing = good.length < verdicts.length ? clip.to - clip.from : Math.max(...good.map((v) => v.missing));
  return (
    <>
      {missing > 0 && (
        <span role="status">
          <Mark tone="major" word={t('playback.clipPartly', { missing: lengthText(missing) })} />
        </span>
      )}
      <Button icon={<DownloadIcon />} title="X" onClick={onExport}>{t('job.exportDots')}</Button>
    </>
  );
}

function rangeText({ from, to }: Range): string {
  const sameDay = dayText(from) === dayText(to - 1);
  return `${clockText(from)} – ${sameDay ? '' : `${dayText(to)} `}${clockText(to)}`;
}
