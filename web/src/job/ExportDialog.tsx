import DownloadIcon from '@patternfly/react-icons/dist/esm/icons/download-icon';
import { Button } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Channel, NewExport, StreamKind } from '../api/types';
import { problemWords, reasonWords } from '../i18n/problemWords';
import { exportUrl, LONGEST_CLIP } from '../recording/clip';
import type { Range } from '../recording/days';
import { coveredMillis, missingIn, reasonBetween, type Recorded } from '../recording/spans';
import { Dialog } from '../ui/Dialog';
import { clockText, lengthText, timeText } from '../ui/format';
import { Mark } from '../ui/Mark';
import { Notice } from '../ui/Notice';
import { useAddExport } from './jobs';

type Format = NewExport['format'];

interface Props {
  channels: readonly Channel[];
  stream: StreamKind;
  range: Range;
  /** What is recorded in the range, by channel; undefined until it is known. */
  recorded: readonly Recorded[] | undefined;
  onClose: () => void;
}

/** Orders an export of the clip, says what is missing in it, and asks for the reason, which is written down. */
export function ExportDialog({ channels, stream, range, recorded, onClose }: Props) {
  const { t } = useTranslation();
  const add = useAddExport();
  const [chosen, setChosen] = useState<readonly string[]>(() => channels.map((c) => c.id));
  const [format, setFormat] = useState<Format>('CLASSIC');
  const [reason, setReason] = useState('');
  const why = reason.trim();
  const empty = recorded !== undefined && channels.every((c, i) => !chosen.includes(c.id) || coveredMillis(recorded[i] ?? NOTHING, range) === 0);
  const ready = why !== '' && chosen.length > 0 && !empty && !add.isPending;
  const only = chosen.length === 1 ? chosen[0] : undefined;
  const order = () =>
    add.mutate({ channelIds: [...chosen], stream, from: new Date(range.from).toISOString(), to: new Date(range.to).toISOString(), format, reason: why });
  return (
    <Dialog
      title={t('job.export')}
      size="medium"
      onClose={onClose}
      footer={
        add.isSuccess ? (
          <>
            <Link className="ly-link-button" to="/downloads">{t('job.toDownloads')}</Link>
            <Button variant="link" onClick={onClose}>{t('app.close')}</Button>
          </>
        ) : (
          <>
            <Button type="submit" form="export-form" isDisabled={!ready} isLoading={add.isPending}>{t('job.order')}</Button>
            {only !== undefined && range.to - range.from <= LONGEST_CLIP && ready && (
              <Button component="a" variant="secondary" href={exportUrl(only, stream, range, format, why)} download="" icon={<DownloadIcon />} onClick={onClose}>{t('job.now')}</Button>
            )}
            <Button variant="link" onClick={onClose}>{t('app.cancel')}</Button>
          </>
        )
      }
    >
      <form
        id="export-form"
        className="ly-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) order();
        }}
      >
        <p>
          <span className="ly-mono">{timeText(range.from)} – {timeText(range.to)}</span> <span className="ly-muted">{lengthText(range.to - range.from)}{stream === 'SUB' && `, ${t('device.stream.SUB')}`}</span>
        </p>
        <ul className="ly-pick" tabIndex={0} aria-label={t('plan.columns.channels')}>
          {channels.map((channel, i) => (
            <li key={channel.id}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.includes(channel.id)}
                  onChange={() => setChosen(chosen.includes(channel.id) ? chosen.filter((id) => id !== channel.id) : [...chosen, channel.id])}
                />
                {channel.name}
                {recorded && <Missing recorded={recorded[i] ?? NOTHING} range={range} />}
              </label>
            </li>
          ))}
        </ul>
        <div className="ly-fields">
          <label className="ly-field">
            <span>{t('job.format')}</span>
            <select className="ly-select" value={format} onChange={(event) => setFormat(event.target.value as Format)}>
              <option value="CLASSIC">{t('job.classic')}</option>
              <option value="FRAGMENTED">{t('job.fragmented')}</option>
            </select>
          </label>
        </div>
        <label className="ly-field">
          <span>{t('job.reason')}</span>
          <input className="ly-input" autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />
          <span className="ly-muted">{t('job.reasonHint')}</span>
        </label>
        {empty && <Notice kind="warning" title={t('playback.clipNone')} />}
        {add.isSuccess && <Notice kind="success" title={t('job.ordered')} />}
        {add.error && <Notice kind="danger" title={problemWords(t, add.error)} />}
      </form>
    </Dialog>
  );
}

const NOTHING: Recorded = { spans: [], gaps: [] };
const NAMED = 3;

/** The first stretches that are missing, with their reasons, and the sum of all. Less than a second is not worth a word. */
function Missing({ recorded, range }: { recorded: Recorded; range: Range }) {
  const { t } = useTranslation();
  const missing = missingIn(recorded, range).filter((gap) => gap.to - gap.from >= 1_000);
  if (missing.length === 0) return <span className="ly-muted">{t('job.complete')}</span>;
  if (coveredMillis(recorded, range) === 0) return <Mark tone="critical" word={t('playback.notRecorded')} />;
  const sum = missing.reduce((all, gap) => all + gap.to - gap.from, 0);
  const named = missing.slice(0, NAMED).map((gap) => {
    const why = reasonWords(t, reasonBetween(recorded, gap.from, gap.to));
    return `${clockText(gap.from)}–${clockText(gap.to)}${why === '' ? '' : ` (${why})`}`;
  });
  return (
    <>
      <Mark tone="major" word={t('job.missing', { length: lengthText(sum) })} />
      <span className="ly-muted">{named.join(', ')}{missing.length > NAMED ? ' …' : ''}</span>
    </>
  );
}
