import { useState, type RefObject } from 'react';
import type { Channel } from '../../api/types';
import { PtzPad } from '../ptz/PtzPad';
import { usePtz } from '../ptz/usePtz';
import { AimLayer } from './AimLayer';
import { aimCamera } from './controlCalls';

/** Controls the camera of a pane: the pad, and boxes drawn on the picture. */
export function PaneControl({ channel, video, onClose }: { channel: Channel; video: RefObject<HTMLVideoElement | null>; onClose: () => void }) {
  const ptz = usePtz(channel.id);
  const [aiming, setAiming] = useState(false);
  return (
    <>
      {channel.ptz && channel.controls && <AimLayer video={video} on={aiming} onAim={(box) => { aimCamera(channel.id, box).then(ptz.worked, ptz.failed); }} />}
      <PtzPad channel={channel} ptz={ptz} aiming={aiming} onAiming={setAiming} onClose={onClose} />
    </>
  );
}
