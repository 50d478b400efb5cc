import { DropdownItem } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Volume } from '../api/types';
import { ActsMenu } from '../ui/ActsMenu';
import { bytesText, timeText } from '../ui/format';
import { Mark } from '../ui/Mark';
import { VOLUME_TONE } from '../ui/states';
import { barOf, type VolumeCheck } from './storage';

interface Props {
  volume: Volume;
  group: string | undefined;
  mayConfigure: boolean;
  onEdit: () => void;
  onRemove: () => void;
  onCheck: (kind: VolumeCheck['kind']) => void;
}

/** One volume: what it is, how it is, how full it is, and what can be done with it. */
export function VolumeCard({ volume, group, mayConfigure, onEdit, onRemove, onCheck }: Props) {
  const { t } = useTranslation();
  const { state, detail, queuedBytes, bytesPerSecond, oldest } = volume;
  return (
    <li className="ly-volume">
      <div className="ly-volume-head">
        <h2>{volume.name}</h2>
        {state === undefined ? <Mark tone="off" word={t('storage.elsewhere')} /> : <Mark tone={VOLUME_TONE[state]} word={t(`system.volumeWords.${state}`)} />}
        {mayConfigure && (
          <ActsMenu label={t('device.actionsOf', { name: volume.name })}>
            <DropdownItem onClick={onEdit}>{t('device.edit')}</DropdownItem>
            {(['check', 'repair', 'deep', 'rebuild'] as const).map((kind) => (
              <DropdownItem key={kind} description={t(`storage.checkHints.${kind}`)} onClick={() => onCheck(kind)}>{t(`storage.checks.${kind}`)}</DropdownItem>
            ))}
            <DropdownItem isDanger onClick={onRemove}>{t('device.remove')}</DropdownItem>
          </ActsMenu>
        )}
      </div>
      <p className="ly-muted"><span className="ly-mono">{volume.directory}</span> · {volume.node}{group !== undefined && ` · ${group}`}</p>
      {detail !== undefined && <p className="ly-volume-why">{detail}</p>}
      <VolumeBar volume={volume} />
      <dl>
        <Figure word={t('storage.recordings')} value={volume.usedBytes === undefined ? undefined : bytesText(volume.usedBytes)} />
        <Figure word={t('system.free')} value={volume.freeBytes === undefined || volume.totalBytes === undefined ? undefined : t('system.usedOf', { used: bytesText(volume.freeBytes), total: bytesText(volume.totalBytes) })} />
        <Figure word={t('storage.reserve')} value={volume.reserveBytes === undefined ? undefined : bytesText(volume.reserveBytes)} />
        <Figure word={t('storage.quota')} value={volume.quotaBytes === undefined ? t('plan.noLimit') : bytesText(volume.quotaBytes)} />
        <Figure word={t('storage.rate')} value={bytesPerSecond === undefined ? undefined : t('storage.perSecond', { bytes: bytesText(bytesPerSecond) })} />
        <Figure word={t('storage.queue')} value={queuedBytes === undefined ? undefined : bytesText(queuedBytes)} />
        <Figure word={t('storage.oldest')} value={oldest === undefined ? undefined : timeText(oldest)} />
      </dl>
    </li>
  );
}

function Figure({ word, value }: { word: string; value: string | undefined }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd className="ly-mono">{value ?? '–'}</dd>
    </div>
  );
}

/** How full: recordings, what else lies there, the reserve at the end, and the quota as a line. */
function VolumeBar({ volume }: { volume: Volume }) {
  const { t } = useTranslation();
  const bar = barOf(volume);
  if (bar === undefined) return null;
  const percent = (share: number) => `${(share * 100).toFixed(2)}%`;
  return (
    <div className="ly-volume-bar" role="img" aria-label={t('storage.bar', { recordings: percent(bar.recordings), others: percent(bar.others) })}>
      <i className="ly-bar-recordings" style={{ width: percent(bar.recordings) }} />
      <i className="ly-bar-others" style={{ width: percent(bar.others) }} />
      <i className="ly-bar-reserve" style={{ width: percent(bar.reserve) }} />
      {bar.quota !== undefined && <b style={{ left: percent(bar.quota) }} title={t('storage.quota')} />}
    </div>
  );
}
