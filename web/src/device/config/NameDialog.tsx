import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel, OverlayOffer, OverlayOutcome } from '../../api/types';
import { FormDialog } from '../../ui/FormDialog';
import { useWriteName, type Place } from './deviceConfig';
import { Choice } from './EncoderDialog';

interface Props {
  channel: Channel;
  offer: OverlayOffer;
  onDone: (outcome: OverlayOutcome | 'there') => void;
  onClose: () => void;
}

/** The channel's name as the center knows it, written into the picture. */
export function NameDialog({ channel, offer, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const places = offer.positions.filter((one) => one !== 'CUSTOM');
  const [place, setPlace] = useState<Place>(places.includes('LOWER_LEFT') ? 'LOWER_LEFT' : (places[0] ?? 'LOWER_LEFT'));
  const write = useWriteName(channel.id);
  return (
    <FormDialog
      title={t('config.nameTitle', { name: channel.name })}
      submit={t('config.set')}
      ready={places.length > 0}
      pending={write.isPending}
      error={write.error}
      onSubmit={() => write.mutate(place, { onSuccess: (outcome) => onDone(outcome.written ?? 'there') })}
      onClose={onClose}
    >
      <Choice label={t('config.where')} value={place} values={places} words={(one) => t(`config.place.${one as Place}`)} onChange={(one) => setPlace(one as Place)} />
      <p className="ly-muted">{t('config.nameHint')}</p>
    </FormDialog>
  );
}
