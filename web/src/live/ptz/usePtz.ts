import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { problemWords } from '../../i18n/problemWords';
import { moveCamera, ptzHolder } from './ptzCalls';
import { PtzOrders } from './ptzOrders';

/** Moves a camera while the pad is open, and says why when it does not. Closing the pad stops the camera. */
export function usePtz(channelId: string) {
  const { t } = useTranslation();
  const [why, setWhy] = useState<string>();
  const failed = useMemo(
    () => (error: unknown) => {
      setWhy(problemWords(t, error));
      if (error instanceof Problem && error.reason?.code === 'ptz-held') {
        ptzHolder(channelId).then(
          (holder) => setWhy(holder === undefined ? t('ptz.freeAgain') : t('ptz.heldBy', { holder })),
          () => undefined, // the first words stay
        );
      }
    },
    [channelId, t],
  );
  const orders = useMemo(
    () =>
      new PtzOrders(async (motion) => {
        await moveCamera(channelId, motion);
        setWhy(undefined);
      }, failed),
    [channelId, failed],
  );
  useEffect(() => () => orders.release(), [orders]);
  return { orders, why, failed };
}
