import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/useSession';
import { clockText } from '../../ui/format';
import { holdCamera, holdQuery, releaseCamera } from './controlCalls';

const SECONDS = 300;

/** Who has the camera and until when, for everybody whose pad is open; and keeping it for oneself. */
export function HoldLine({ channelId, failed }: { channelId: string; failed: (error: unknown) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const session = useSession();
  const hold = useQuery(holdQuery(channelId)).data;
  const mine = hold?.holder === session.username;
  const act = (call: Promise<unknown>) => {
    call.then(() => void client.invalidateQueries({ queryKey: holdQuery(channelId).queryKey }), failed);
  };
  const time = hold ? clockText(Date.parse(hold.until)) : '';
  return (
    <div className="ly-control-hold">
      <span role="status">
        {!hold ? t('control.free') : mine ? t('control.yours', { time }) : t('control.held', { holder: hold.holder, level: hold.level, time })}
      </span>
      {mine ? (
        <button type="button" onClick={() => act(releaseCamera(channelId))}>{t('control.release')}</button>
      ) : (
        <button type="button" onClick={() => act(holdCamera(channelId, SECONDS))}>{t('control.hold', { minutes: SECONDS / 60 })}</button>
      )}
    </div>
  );
}
