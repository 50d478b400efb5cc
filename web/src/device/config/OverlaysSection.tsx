import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel, Overlay, OverlayOutcome } from '../../api/types';
import type { T } from '../../i18n';
import { Loading } from '../../ui/Loading';
import { Notice } from '../../ui/Notice';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { RemoveQuestion } from '../../ui/RemoveQuestion';
import { TableRoom } from '../../ui/TableRoom';
import { overlaysQuery, useRemoveOverlay } from './deviceConfig';
import { NameDialog } from './NameDialog';
import { otherwiseWords } from './otherwise';
import { OverlayDialog } from './OverlayDialog';

/** The texts that the device writes into the picture of a channel. */
export function OverlaysSection({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const overlays = useQuery(overlaysQuery(channel.id));
  const remove = useRemoveOverlay(channel.id);
  const [edited, setEdited] = useState<Overlay | 'new' | 'name'>();
  const [removed, setRemoved] = useState<Overlay>();
  const [said, setSaid] = useState<OverlayOutcome | 'there'>();
  const data = overlays.data;
  const close = () => {
    setEdited(undefined);
    setRemoved(undefined);
    remove.reset();
  };
  const open = (what: Overlay | 'new' | 'name') => {
    setSaid(undefined);
    setEdited(what);
  };
  const done = (outcome: OverlayOutcome | 'there') => {
    setSaid(outcome);
    close();
  };
  return (
    <section>
      <h2>{t('config.texts')}</h2>
      <p className="ly-muted">{t('config.textsHint')} {data && data.offer.most > 0 && t('config.most', { count: data.items.length, most: data.offer.most })}</p>
      <div className="ly-pictures-room">
        {overlays.isPending && <Loading />}
        {overlays.error && <ProblemNotice error={overlays.error} onRetry={() => void overlays.refetch()} />}
        {data && data.items.length === 0 && <p>{t('config.noTexts')}</p>}
        {data && data.items.length > 0 && <Texts items={data.items} onEdit={open} onRemove={setRemoved} />}
        {data && (
          <p className="ly-device-acts">
            <Button variant="secondary" isDisabled={data.offer.free.length === 0} onClick={() => open('new')}>{t('config.addText')}</Button>
            <Button variant="secondary" isDisabled={!data.offer.kinds.includes('PLAIN')} onClick={() => open('name')}>{t('config.name')}</Button>
          </p>
        )}
        {data && data.offer.free.length === 0 && <p className="ly-muted">{t('config.full')}</p>}
      </div>
      <div className="ly-pictures-said">
        {said === 'there' && <Notice kind="info" title={t('config.nameThere')} />}
        {said !== undefined && said !== 'there' && (said.otherwise.length > 0
          ? <Notice kind="warning" title={t('config.otherwise', { what: otherwiseWords(t, said.otherwise) })} />
          : <Notice kind="success" title={t('config.done')} />)}
      </div>
      {data && edited !== undefined && edited !== 'name' && (
        <OverlayDialog channel={channel} overlay={edited === 'new' ? undefined : edited} offer={data.offer} there={data.items} onDone={done} onClose={close} />
      )}
      {data && edited === 'name' && <NameDialog channel={channel} offer={data.offer} onDone={done} onClose={close} />}
      {removed && (
        <RemoveQuestion
          title={t('config.removeTitle', { text: textOf(t, removed) })}
          text={t('config.removeWords')}
          pending={remove.isPending}
          error={remove.error}
          onRemove={() => remove.mutate(removed.id, { onSuccess: close })}
          onClose={close}
        />
      )}
    </section>
  );
}

/** What is written, or what kind of thing it is. */
function textOf(t: T, overlay: Overlay): string {
  return overlay.kind === 'PLAIN' ? overlay.text : t(`config.kind.${overlay.kind}`);
}

interface TextsProps {
  items: readonly Overlay[];
  onEdit: (overlay: Overlay) => void;
  onRemove: (overlay: Overlay) => void;
}

function Texts({ items, onEdit, onRemove }: TextsProps) {
  const { t } = useTranslation();
  return (
    <TableRoom label={t('config.texts')}>
      <thead>
        <tr>
          <th scope="col">{t('config.what')}</th>
          <th scope="col">{t('config.where')}</th>
          <th scope="col">{t('config.fontSize')}</th>
          <th scope="col"><span className="ly-sr">{t('device.actions')}</span></th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => {
          const text = textOf(t, one);
          return (
            <tr key={one.id}>
              <th scope="row">{text} <span className="ly-muted ly-mono">{one.dateFormat} {one.timeFormat}</span></th>
              <td>{t(`config.place.${one.position}`)} {one.x !== undefined && one.y !== undefined && <span className="ly-muted ly-mono">{one.x} / {one.y}</span>}</td>
              <td className="ly-mono">{one.fontSize}</td>
              <td className="ly-row-acts">
                {one.kind !== 'OTHER' && <Button variant="link" size="sm" aria-label={t('config.editText', { text })} onClick={() => onEdit(one)}>{t('device.edit')}</Button>}
                <Button variant="link" size="sm" isDanger aria-label={t('config.removeText', { text })} onClick={() => onRemove(one)}>{t('device.remove')}</Button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </TableRoom>
  );
}
