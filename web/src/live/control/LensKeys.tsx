import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isStill, PtzOrders, STILL } from '../ptz/ptzOrders';
import { imagingQuery, moveLens, setImaging } from './controlCalls';

const IRIS_STEP_MS = 400;

/** Focus and iris, pressed and held; what the camera does not offer is not there. */
export function LensKeys({ channelId, configures, failed }: { channelId: string; configures: boolean; failed: (error: unknown) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const picture = useQuery(imagingQuery(channelId)).data;
  // The focus is ordered like the head: one request at a time, again while it is held, standing still at the end.
  const focus = useMemo(
    () => new PtzOrders((motion) => moveLens(channelId, { focus: isStill(motion) ? 0 : motion.zoom, iris: 0 }), failed),
    [channelId, failed],
  );
  useEffect(() => () => focus.release(), [focus]);
  const iris = useIris(channelId, failed);
  if (picture === undefined) return null;
  const auto = (mode: { focus: string } | { exposure: string }) => {
    setImaging(channelId, mode).then((now) => client.setQueryData(imagingQuery(channelId).queryKey, now), failed);
  };
  const focusing = (zoom: number) => holding(() => focus.hold({ ...STILL, zoom }), () => focus.release());
  return (
    <>
      {picture.focusMoves && (
        <div className="ly-control-row" role="group" aria-label={t('control.focus')}>
          <span>{t('control.focus')}</span>
          <button type="button" {...focusing(-1)}>{t('control.near')}</button>
          <button type="button" {...focusing(1)}>{t('control.far')}</button>
          {configures && picture.focus?.words.includes('AUTO') === true && (
            <button type="button" aria-pressed={picture.focus.value === 'AUTO'} onClick={() => auto({ focus: 'AUTO' })}>{t('control.auto')}</button>
          )}
        </div>
      )}
      {picture.iris !== undefined && (
        <div className="ly-control-row" role="group" aria-label={t('control.iris')}>
          <span>{t('control.iris')}</span>
          <button type="button" {...holding(() => iris.start(-1), iris.stop)}>{t('control.closeIris')}</button>
          <button type="button" {...holding(() => iris.start(1), iris.stop)}>{t('control.openIris')}</button>
          {configures && picture.exposure?.words.includes('AUTO') === true && (
            <button type="button" aria-pressed={picture.exposure.value === 'AUTO'} onClick={() => auto({ exposure: 'AUTO' })}>{t('control.auto')}</button>
          )}
        </div>
      )}
    </>
  );
}

/** The iris goes in steps: another one each moment while it is held, never two at once. */
function useIris(channelId: string, failed: (error: unknown) => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wanted = useRef(0);
  useEffect(() => () => { wanted.current = 0; clearTimeout(timer.current); }, []);
  const step = () => {
    if (wanted.current === 0) return;
    moveLens(channelId, { focus: 0, iris: wanted.current }).then(
      () => { timer.current = setTimeout(step, IRIS_STEP_MS); },
      (error: unknown) => { wanted.current = 0; failed(error); },
    );
  };
  return {
    start: (direction: number) => {
      wanted.current = direction;
      clearTimeout(timer.current);
      step();
    },
    stop: () => { wanted.current = 0; },
  };
}

/** Acts while a button is held, by pointer or by key. */
function holding(start: () => void, stop: () => void) {
  return {
    onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      start();
    },
    onLostPointerCapture: stop,
    onKeyDown: (event: KeyboardEvent) => {
      if ((event.key === 'Enter' || event.key === ' ') && !event.repeat) start();
    },
    onKeyUp: stop,
    onBlur: stop,
  };
}
