import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../api/types';
import { Auxiliary } from '../control/Auxiliary';
import { featuresQuery, imagingQuery } from '../control/controlCalls';
import { HoldLine } from '../control/HoldLine';
import { LensKeys } from '../control/LensKeys';
import { PictureDialog } from '../control/PictureDialog';
import { PresetTours } from '../control/PresetTours';
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

interface Props {
  channel: Channel;
  /** What moves the camera and why it does not; the pane has it as well, to aim. */
  ptz: ReturnType<typeof usePtz>;
  /** Whether boxes are drawn on the picture to aim at. */
  aiming: boolean;
  onAiming: (on: boolean) => void;
  onClose: () => void;
}

/**
 * Moves the camera of a pane: press and hold, by pointer or by keys (arrows, + and − anywhere in the pad). Letting go,
 * leaving and closing stop it. Below the keys is what else the camera offers; one that does not move has only that.
 */
export function PtzPad({ channel, ptz, aiming, onAiming, onClose }: Props) {
  const { t } = useTranslation();
  const [speed, setSpeed] = useState(0.5);
  const channelId = channel.id;
  const { orders, why, failed } = ptz;
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
    if (motion === undefined || !channel.ptz) return;
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
      {channel.ptz ? (
        <>
          <div className="ly-ptz-pad">
            {PAD.map((key) =>
              key === undefined ? (
                <button key="home" type="button" disabled={!channel.controls} aria-label={t('ptz.home')} title={t('ptz.home')} onClick={() => { visit(channelId, undefined).catch(failed); }}>⌂</button>
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
          <Presets channelId={channelId} configures={channel.functions.includes('ptz.configure')} failed={failed} />
        </>
      ) : (
        <div className="ly-control-head">
          <strong>{t('control.lens')}</strong>
          <button type="button" autoFocus aria-label={t('ptz.close')} title={t('ptz.close')} onClick={onClose}>×</button>
        </div>
      )}
      {channel.controls && <More channel={channel} failed={failed} aiming={aiming} onAiming={onAiming} />}
      <HoldLine channelId={channelId} failed={failed} />
      {why !== undefined && <p className="ly-ptz-why" role="alert">{why}</p>}
    </div>
  );
}

/** What the camera offers beside its head: lens, lamps and wipers, tours, its picture. */
function More({ channel, failed, aiming, onAiming }: { channel: Channel; failed: (error: unknown) => void; aiming: boolean; onAiming: (on: boolean) => void }) {
  const { t } = useTranslation();
  const channelId = channel.id;
  const configures = channel.functions.includes('ptz.configure');
  const features = useQuery({ ...featuresQuery(channelId), enabled: channel.ptz }).data;
  const picture = useQuery(imagingQuery(channelId));
  const [setting, setSetting] = useState(false);
  return (
    <>
      <LensKeys channelId={channelId} configures={configures} failed={failed} />
      {features && <Auxiliary channelId={channelId} commands={features.auxiliary} failed={failed} />}
      {features && features.tours > 0 && <PresetTours channelId={channelId} configures={configures} failed={failed} />}
      {!channel.ptz && picture.isError && <p className="ly-ptz-why">{t('control.noLens')}</p>}
      <div className="ly-control-row">
        {channel.ptz && (
          <button type="button" className="ly-control-wide" aria-pressed={aiming} title={features?.exactAim === false ? t('control.aimEstimated') : t('control.aimHint')} onClick={() => onAiming(!aiming)}>
            {t('control.aim')}
          </button>
        )}
        {configures && picture.data && <button type="button" className="ly-control-wide" onClick={() => setSetting(true)}>{t('control.picture')}</button>}
      </div>
      {setting && <PictureDialog channelId={channelId} name={channel.name} onClose={() => setSetting(false)} />}
    </>
  );
}

/** Kept positions: go to one, and for who may keep another. */
function Presets({ channelId, configures, failed }: { channelId: string; configures: boolean; failed: (error: unknown) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const presets = useQuery(presetsQuery(channelId));
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
      {configures && (
        <form className="ly-ptz-keep" onSubmit={(event) => { event.preventDefault(); if (name.trim() !== '') keep(); }}>
          <input aria-label={t('ptz.presetName')} placeholder={t('ptz.presetName')} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
          <button type="submit" disabled={name.trim() === ''}>{t('ptz.keep')}</button>
        </form>
      )}
    </>
  );
}
