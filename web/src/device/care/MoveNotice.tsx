import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../api/types';
import { problemWords } from '../../i18n/problemWords';
import { Notice } from '../../ui/Notice';
import { moveQuery, useFollow } from './deviceSettings';

/** Says what a change of the network needs yet: a restart, or to be followed to the new address. */
export function MoveNotice({ device }: { device: Device }) {
  const { t } = useTranslation();
  const move = useQuery(moveQuery(device.id));
  const follow = useFollow(device.id);
  const url = move.data?.newUrl;
  return (
    <>
      {move.data?.restartNeeded === true && <Notice kind="warning" title={t('care.restartNeeded')} />}
      {url !== undefined && (
        <>
          <Notice kind="info" title={t('care.moving', { url })} />
          <p className="ly-device-acts">
            <Button variant="secondary" isLoading={follow.isPending} isDisabled={follow.isPending} onClick={() => follow.mutate()}>{t('care.follow')}</Button>
          </p>
        </>
      )}
      {follow.error && <Notice kind="danger" title={t('care.notThere', { reason: problemWords(t, follow.error) })} />}
    </>
  );
}
