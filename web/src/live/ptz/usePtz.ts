import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemWords } from '../../i18n/problemWords';
import { holdQuery } from '../control/controlCalls';
import { moveCamera } from './ptzCalls';
import { PtzOrders } from './ptzOrders';

/** Moves a camera while the pad is open, and says why when it does not; who has it is said beside that. Closing
 * the pad stops the camera. */
export function usePtz(channelId: string) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [why, setWhy] = useState<string>();
  const failed = useMemo(
    () => (error: unknown) => {
      setWhy(problemWords(t, error));
      void client.invalidateQueries({ queryKey: holdQuery(channelId).queryKey });
    },
    [channelId, client, t],
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
  const worked = useCallback(() => setWhy(undefined), []);
  return { orders, why, failed, worked };
}
