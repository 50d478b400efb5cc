import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/useSession';
import { keepPreset, presetsQuery, visit } from './ptzCalls';
import './ptz.css';
import { STILL, type Motion } from './ptzOrders';
import { usePtz } from './usePtz';

const KEYS: Record<string, Motion> = {
  ArrowUp: { ...STILL, tilt: 1 },
  ArrowDown: { ...STILL, tilt: -1 },
  ArrowLeft: { ...STILL, pan: -1 },
  ArrowRight: { ...STILL, pan: 1 },
  '+': { ...STILL, zoom: 1 },
  '-': { ...STILL, zoom: -1 },
};

/** The pad's keys as they lie, undefined in the middle. */
const PAD = [
  ['upLeft', '↖', { pan: -1, tilt: 1, zoom: 0 }],
  ['up', '↑', { pan: 0, tilt: 1, zoom: 0 }],
  ['upRight', '↗', { pan: 1, tilt: 1, zoom: 0 }],
  ['left', '←', { pan: -1, tilt: 0, zoom: 0 }],
  undefined,
  ['right', '→', { pan: 1, tilt: 0, zoom: 0 }],
  ['downLeft', '↙', { pan: -1, tilt: -1, zoom: 0 }],
  ['down', '↓', { pan: 0, tilt: -1, zoom: 0 }],
  ['downRight', '↘', { pan: 1, tilt: -1, zoom: 0 }],
] as const;

/**
 * Moves the camera of a pane: press and hold, by pointer or by keys (arrows, + and − anywhere in the pad). Letting go,
 * leaving and closing stop it.
 */
export function PtzPad({ channelId, onClose }: { channelId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [speed, setSpeed] = useState(0.5);
  const { orders, why, failed } = usePtz(channelId);
  const go = (motion: Motion) => orders.hold({ pan: motion.pan * speed, tilt: motion.tilt * speed, zoom: motion.zoom * speed });

  const press = (motion: Motion) => ({
    onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      go(motion);
    },
    onLostPointerCapture: () => orders.release(),
    onKeyDown: (event: KeyboardEvent) => {
      if ((event.key === 'Enter' || event.key === ' ') && !event.repeat) go(motion);
    },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation(); // the wall has these keys as well
    const motion = event.target instanceof HTMLButtonElement ? KEYS[event.key] : undefined;
    if (event.key === 'Escape') onClose();
    if (motion === undefined) return;
    event.preventDefault();
    if (!event.repeat) go(motion);
  };

  return (
    <div
      className="ly-ptz"
      role="group"
      aria-label={t('ptz.pad')}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => { event.stopPropagation(); orders.release(); }}
      onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) orders.release(); }}
    >
      <div className="ly-ptz-pad">
        {PAD.map((key) =>
          key === undefined ? (
            <button key="home" type="button" aria-label={t('ptz.home')} title={t('ptz.home')} onClick={() => { visit(channelId, undefined).catch(failed); }}>⌂</button>
          ) : (
            <button key={key[0]} type="button" aria-label={t(`ptz.${key[0]}`)} title={t(`ptz.${key[0]}`)} autoFocus={key[0] === 'up'} {...press(key[2])}>{key[1]}</button>
          ),
        )}
      </div>
      <div className="ly-ptz-side">
        <button type="button" aria-label={t('ptz.closer')} title={t('ptz.closer')} {...press({ ...STILL, zoom: 1 })}>+</button>
        <button type="button" aria-label={t('ptz.wider')} title={t('ptz.wider')} {...press({ ...STILL, zoom: -1 })}>−</button>
        <button type="button" aria-label={t('ptz.close')} title={t('ptz.close')} onClick={onClose}>×</button>
      </div>
      <label className="ly-ptz-speed">
        {t('ptz.speed')}
        <input type="range" min="0.1" max="1" step="0.1" value={speed} onChange={(event) => setSpeed(Number(event.target.value))} />
      </label>
      <Presets channelId={channelId} failed={failed} />
      {why !== undefined && <p className="ly-ptz-why" role="alert">{why}</p>}
    </div>
  );
}

/** Kept positions: go to one, and for administrators keep another. */
function Presets({ channelId, failed }: { channelId: string; failed: (error: unknown) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const presets = useQuery(presetsQuery(channelId));
  const { administrator } = useSession();
  const [name, setName] = useState('');
  const keep = () => {
    keepPreset(channelId, name.trim()).then(() => {
      setName('');
      void client.invalidateQueries({ queryKey: presetsQuery(channelId).queryKey });
    }, failed);
  };
  return (
    <>
      <select
        className="ly-ptz-presets"
        aria-label={t('ptz.presets')}
        value=""
        disabled={presets.data === undefined || presets.data.length === 0}
        onChange={(event) => { visit(channelId, event.target.value).catch(failed); }}
      >
        <option value="">{presets.data?.length === 0 ? t('ptz.noPresets') : t('ptz.goTo')}</option>
        {presets.data?.map((preset) => <option key={preset.token} value={preset.token}>{preset.name === '' ? preset.token : preset.name}</option>)}
      </select>
      {administrator && (
        <form className="ly-ptz-keep" onSubmit={(event) => { event.preventDefault(); if (name.trim() !== '') keep(); }}>
          <input aria-label={t('ptz.presetName')} placeholder={t('ptz.presetName')} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
          <button type="submit" disabled={name.trim() === ''}>{t('ptz.keep')}</button>
        </form>
      )}
    </>
  );
}
