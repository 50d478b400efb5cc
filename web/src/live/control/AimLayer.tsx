import { useEffect, useState, type PointerEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { boxBetween, type Box, type Point } from './pictureBox';

interface Props {
  video: RefObject<HTMLVideoElement | null>;
  /** Whether drawing was switched on; else Shift does it as long as it is held. */
  on: boolean;
  onAim: (box: Box) => void;
}

/** Lies on the picture while its camera is moved: a box that is drawn is aimed at, a click is centred. */
export function AimLayer({ video, on, onAim }: Props) {
  const { t } = useTranslation();
  const shift = useShift();
  const [drawn, setDrawn] = useState<{ from: Point; to: Point }>();
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    event.stopPropagation();
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const here = { x: event.clientX, y: event.clientY };
    setDrawn({ from: here, to: here });
  };
  const end = (event: PointerEvent<HTMLDivElement>) => {
    setDrawn(undefined);
    const element = video.current;
    if (drawn === undefined || element === null) return;
    const { left, top, width, height } = element.getBoundingClientRect();
    const box = boxBetween(
      { left, top, width, height, pictureWidth: element.videoWidth, pictureHeight: element.videoHeight },
      drawn.from,
      { x: event.clientX, y: event.clientY },
    );
    if (box !== undefined) onAim(box);
  };
  if (!on && !shift && drawn === undefined) return null;
  return (
    <div
      className="ly-aim"
      title={t('control.aimHint')}
      onPointerDown={begin}
      onPointerMove={(event) => drawn && setDrawn({ ...drawn, to: { x: event.clientX, y: event.clientY } })}
      onPointerUp={end}
      onPointerCancel={() => setDrawn(undefined)}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {drawn && <DrawnBox {...drawn} />}
    </div>
  );
}

/** The box as it is drawn; placed by the window, since the layer may be anywhere. */
function DrawnBox({ from, to }: { from: Point; to: Point }) {
  return (
    <div
      className="ly-aim-box"
      style={{
        left: Math.min(from.x, to.x), top: Math.min(from.y, to.y),
        width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y),
      }}
    />
  );
}

function useShift(): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const follow = (event: globalThis.KeyboardEvent) => setHeld(event.shiftKey);
    const away = () => setHeld(false);
    // On the way down: the pad keeps its keys from going further up.
    window.addEventListener('keydown', follow, true);
    window.addEventListener('keyup', follow, true);
    window.addEventListener('blur', away);
    return () => {
      window.removeEventListener('keydown', follow, true);
      window.removeEventListener('keyup', follow, true);
      window.removeEventListener('blur', away);
    };
  }, []);
  return held;
}
