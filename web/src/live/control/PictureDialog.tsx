import { Button } from '@patternfly/react-core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemWords } from '../../i18n/problemWords';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { imagingQuery, setImaging, type Picture, type PictureChange } from './controlCalls';

const LEVELS = ['brightness', 'contrast', 'saturation', 'sharpness'] as const;
const MODES = ['irCut', 'exposure', 'focus'] as const;

/** Sets the picture while it is watched: each change is sent when it is made, and all can be taken back. */
export function PictureDialog({ channelId, name, onClose }: { channelId: string; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { data: picture, error } = useQuery(imagingQuery(channelId));
  const client = useQueryClient();
  const [before] = useState(picture);
  const [failed, setFailed] = useState<unknown>();
  const set = (change: PictureChange) => {
    setImaging(channelId, change).then(
      (now) => {
        setFailed(undefined);
        client.setQueryData(imagingQuery(channelId).queryKey, now);
      },
      setFailed,
    );
  };
  const problem = failed ?? error;
  return (
    <Dialog
      title={t('control.pictureOf', { name })}
      onClose={onClose}
      footer={
        <>
          <Button variant="primary" onClick={onClose}>{t('app.close')}</Button>
          {before && <Button variant="link" onClick={() => set(valuesOf(before))}>{t('control.takeBack')}</Button>}
        </>
      }
    >
      <div className="ly-form">
        {picture && LEVELS.map((level) => <Level key={level} label={t(`control.${level}`)} amount={picture[level]} onSet={(value) => set({ [level]: value })} />)}
        {picture && MODES.map((mode) => <Mode key={mode} mode={mode} offer={picture[mode]} onSet={(word) => set({ [mode]: word })} />)}
        {problem !== null && problem !== undefined && <Notice kind="danger" title={problemWords(t, problem)} />}
      </div>
    </Dialog>
  );
}

function valuesOf(picture: Picture): PictureChange {
  const change: PictureChange = {};
  for (const level of LEVELS) {
    const amount = picture[level];
    if (amount !== undefined) change[level] = amount.value;
  }
  for (const mode of MODES) {
    const offer = picture[mode];
    if (offer !== undefined) change[mode] = offer.value;
  }
  if (picture.iris !== undefined && picture.exposure?.value === 'MANUAL') change.iris = picture.iris.value;
  return change;
}

/** A slider; it is sent when it is let go, not at each pixel. */
function Level({ label, amount, onSet }: { label: string; amount: { value: number; min: number; max: number } | undefined; onSet: (value: number) => void }) {
  const [moved, setMoved] = useState<number>();
  if (amount === undefined) return null;
  const shown = moved ?? amount.value;
  const send = () => {
    if (moved !== undefined) onSet(moved);
    setMoved(undefined);
  };
  return (
    <label className="ly-field">
      <span>{label} <output className="ly-mono">{Math.round(shown * 100) / 100}</output></span>
      <input
        type="range"
        min={amount.min}
        max={amount.max}
        step={(amount.max - amount.min) / 100}
        value={shown}
        onChange={(event) => setMoved(Number(event.target.value))}
        onPointerUp={send}
        onKeyUp={send}
        onBlur={send}
      />
    </label>
  );
}

function Mode({ mode, offer, onSet }: { mode: (typeof MODES)[number]; offer: { value: string; words: string[] } | undefined; onSet: (word: string) => void }) {
  const { t } = useTranslation();
  if (offer === undefined) return null;
  const words = offer.words.includes(offer.value) ? offer.words : [offer.value, ...offer.words];
  return (
    <label className="ly-field">
      <span>{t(`control.${mode}`)}</span>
      <select className="ly-select" value={offer.value} onChange={(event) => onSet(event.target.value)}>
        {words.map((word) => <option key={word} value={word}>{isWord(word) ? t(`control.mode.${mode === 'irCut' ? `irCut${word}` as const : word}`) : word}</option>)}
      </select>
    </label>
  );
}

function isWord(word: string): word is 'ON' | 'OFF' | 'AUTO' {
  return word === 'ON' || word === 'OFF' || word === 'AUTO';
}
