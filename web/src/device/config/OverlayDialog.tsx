import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel, Overlay, OverlayOffer, OverlayOutcome } from '../../api/types';
import { FormDialog } from '../../ui/FormDialog';
import { useWriteOverlay, type OverlayKind, type Place } from './deviceConfig';
import { Choice } from './EncoderDialog';
import { isDated, isTimed, newOverlay, overlayForm, overlayOf, type OverlayForm } from './overlayForm';

interface Props {
  channel: Channel;
  /** Undefined: a new one. */
  overlay: Overlay | undefined;
  offer: OverlayOffer;
  there: readonly Overlay[];
  onDone: (outcome: OverlayOutcome) => void;
  onClose: () => void;
}

/** A text, a date or a time in the picture: what, where, how large; only what the device offers can be chosen. */
export function OverlayDialog({ channel, overlay, offer, there, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const [form, setForm] = useState<OverlayForm>(() => (overlay === undefined ? newOverlay(offer, there) : overlayForm(overlay)));
  const write = useWriteOverlay(channel.id);
  const content = overlayOf(form, offer);
  const put = (part: Partial<OverlayForm>) => setForm((old) => ({ ...old, ...part }));
  const kinds = offer.kinds.filter((kind) => offer.free.includes(kind) || kind === overlay?.kind);
  return (
    <FormDialog
      title={overlay === undefined ? t('config.addText') : t('config.editText', { text: overlay.kind === 'PLAIN' ? overlay.text : t(`config.kind.${overlay.kind}`) })}
      size="medium"
      submit={t('config.set')}
      ready={content !== undefined}
      pending={write.isPending}
      error={write.error}
      onSubmit={() => content && write.mutate({ id: overlay?.id, body: content }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <div className="ly-fields">
        <Choice label={t('config.what')} value={form.kind} values={kinds} words={(kind) => t(`config.kind.${kind as OverlayKind}`)} onChange={(kind) => put({ kind: kind as OverlayKind })} />
        <Choice label={t('config.where')} value={form.position} values={offer.positions} words={(place) => t(`config.place.${place as Place}`)} onChange={(place) => put({ position: place as Place })} />
        {offer.fontSize && (
          <label className="ly-field">
            <span>{t('config.fontSize')}</span>
            <input className="ly-input ly-mono" inputMode="numeric" maxLength={4} value={form.fontSize} onChange={(event) => put({ fontSize: event.target.value })} />
            <span className="ly-muted">{t('config.range', offer.fontSize)}</span>
          </label>
        )}
        {isDated(form.kind) && offer.dateFormats.length > 0 && <Choice label={t('config.dateFormat')} value={form.dateFormat} values={offer.dateFormats} words={plain} onChange={(dateFormat) => put({ dateFormat })} />}
        {isTimed(form.kind) && offer.timeFormats.length > 0 && <Choice label={t('config.timeFormat')} value={form.timeFormat} values={offer.timeFormats} words={plain} onChange={(timeFormat) => put({ timeFormat })} />}
        {form.position === 'CUSTOM' && (['x', 'y'] as const).map((axis) => (
          <label key={axis} className="ly-field">
            <span>{t(`config.${axis}`)}</span>
            <input className="ly-input ly-mono" inputMode="decimal" maxLength={6} value={form[axis]} onChange={(event) => put({ [axis]: event.target.value })} />
          </label>
        ))}
      </div>
      {form.kind === 'PLAIN' && (
        <label className="ly-field">
          <span>{t('config.text')}</span>
          <input className="ly-input" maxLength={100} value={form.text} onChange={(event) => put({ text: event.target.value })} />
        </label>
      )}
    </FormDialog>
  );
}

function plain(word: string): string {
  return word;
}
