import '../ptz/ptz.css';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reasonWords } from '../../i18n/problemWords';
import { Talk, type TalkEnd } from './Talk';

type State = { kind: 'connecting' } | { kind: 'open' } | { kind: 'over'; end: TalkEnd };

/** Talks to the camera of a pane as long as it is open: begins at once, shows how loud one is, says why it is over. */
export function TalkPanel({ channelId, onClose }: { channelId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<State>({ kind: 'connecting' });
  const meter = useRef<HTMLMeterElement>(null);
  useEffect(() => {
    setState({ kind: 'connecting' });
    let shown = true;
    const talk = new Talk(channelId, {
      open: () => setState({ kind: 'open' }),
      level: (level) => { if (meter.current) meter.current.value = loudness(level); },
      ended: (end) => { if (shown) setState({ kind: 'over', end }); },
    });
    return () => {
      shown = false;
      talk.hangUp();
    };
  }, [channelId, attempt]);
  const words = () => {
    if (state.kind === 'connecting') return t('talk.connecting');
    if (state.kind === 'open') return t('talk.open');
    const { end } = state;
    if (end.kind !== 'reason') return t(`talk.end.${end.kind}`);
    return end.holder ? t('talk.heldBy', { holder: end.holder }) : reasonWords(t, end.reason);
  };
  return (
    <div
      className="ly-ptz ly-talk"
      role="group"
      aria-label={t('talk.title')}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => { event.stopPropagation(); if (event.key === 'Escape') onClose(); }}
    >
      <div className="ly-control-head">
        <strong>{t('talk.title')}</strong>
        <button type="button" autoFocus aria-label={state.kind === 'over' ? t('ptz.close') : t('talk.hangUp')} title={state.kind === 'over' ? t('ptz.close') : t('talk.hangUp')} onClick={onClose}>×</button>
      </div>
      <p role={state.kind === 'over' && state.end.kind !== 'hungUp' ? 'alert' : 'status'} className={state.kind === 'over' ? 'ly-ptz-why' : ''} data-talk={state.kind}>
        {words()}
      </p>
      {state.kind === 'over' ? (
        <div className="ly-control-row"><button type="button" className="ly-control-wide" onClick={() => setAttempt(attempt + 1)}>{t('talk.again')}</button></div>
      ) : (
        <meter ref={meter} className="ly-talk-level" min={0} max={1} low={0.15} aria-label={t('talk.level')} />
      )}
    </div>
  );
}

/** A level as the ear takes it: 0 at -60 dB of full scale, 1 at full scale. */
function loudness(level: number): number {
  return Math.max(0, 1 + (20 * Math.log10(Math.max(level, 1e-6))) / 60);
}
