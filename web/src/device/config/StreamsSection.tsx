import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel, Encoder, EncoderOutcome } from '../../api/types';
import { Loading } from '../../ui/Loading';
import { Notice } from '../../ui/Notice';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { TableRoom } from '../../ui/TableRoom';
import { encodersQuery } from './deviceConfig';
import { EncoderDialog } from './EncoderDialog';
import { otherwiseWords } from './otherwise';

/** The streams of a channel as the device encodes them; each can be set within what it offers. */
export function StreamsSection({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const encoders = useQuery(encodersQuery(channel.id));
  const [edited, setEdited] = useState<Encoder>();
  const [outcome, setOutcome] = useState<EncoderOutcome>();
  const edit = (encoder: Encoder) => {
    setOutcome(undefined);
    setEdited(encoder);
  };
  return (
    <section>
      <h2>{t('config.streams')}</h2>
      <p className="ly-muted">{t('config.streamsHint')}</p>
      <div className="ly-pictures-room">
        {encoders.isPending && <Loading />}
        {encoders.error && <ProblemNotice error={encoders.error} onRetry={() => void encoders.refetch()} />}
        {encoders.data && <Streams encoders={encoders.data} onEdit={edit} />}
      </div>
      <div className="ly-pictures-said">
        {outcome && !outcome.confirmed && <Notice kind="warning" title={t('config.unconfirmed')} />}
        {outcome && outcome.otherwise.length > 0 && <Notice kind="warning" title={t('config.otherwise', { what: otherwiseWords(t, outcome.otherwise) })} />}
        {outcome && outcome.confirmed && outcome.otherwise.length === 0 && <Notice kind="success" title={t('config.done')} />}
      </div>
      {edited && (
        <EncoderDialog
          channel={channel}
          encoder={edited}
          onDone={(made) => {
            setOutcome(made);
            setEdited(undefined);
          }}
          onClose={() => setEdited(undefined)}
        />
      )}
    </section>
  );
}

function Streams({ encoders, onEdit }: { encoders: readonly Encoder[]; onEdit: (encoder: Encoder) => void }) {
  const { t } = useTranslation();
  return (
    <TableRoom label={t('config.streams')}>
      <thead>
        <tr>
          <th scope="col">{t('config.streams')}</th>
          <th scope="col">{t('config.codec')}</th>
          <th scope="col">{t('config.size')}</th>
          <th scope="col">{t('config.frameRate')}</th>
          <th scope="col">{t('config.bitRate')}</th>
          <th scope="col">{t('config.keyInterval')}</th>
          <th scope="col">{t('config.quality')}</th>
          <th scope="col">{t('config.profile')}</th>
          <th scope="col"><span className="ly-sr">{t('device.actions')}</span></th>
        </tr>
      </thead>
      <tbody>
        {encoders.map((one) => (
          <tr key={one.id}>
            <th scope="row" title={one.role === 'OTHER' ? t('config.unused') : undefined}>{t(`config.role.${one.role}`)} <span className="ly-muted ly-mono">{one.name}</span></th>
            <td className="ly-mono">{one.now.codec}</td>
            <td className="ly-mono">{one.now.width}×{one.now.height}</td>
            <td className="ly-mono">{one.now.frameRate}</td>
            <td><span className="ly-mono">{one.now.bitRate}</span> {one.now.constantBitRate !== undefined && <span className="ly-muted">{t(`config.mode.${one.now.constantBitRate}`)}</span>}</td>
            <td className="ly-mono">{one.now.keyInterval}</td>
            <td className="ly-mono">{one.now.quality}</td>
            <td className="ly-mono">{one.now.profile}</td>
            <td className="ly-row-acts">
              {one.offers.length === 0
                ? <span className="ly-muted">{t('config.nothingOffered')}</span>
                : <Button variant="link" size="sm" aria-label={t('config.setStream', { stream: t(`config.role.${one.role}`), name: one.name })} onClick={() => onEdit(one)}>{t('device.edit')}</Button>}
            </td>
          </tr>
        ))}
      </tbody>
    </TableRoom>
  );
}
