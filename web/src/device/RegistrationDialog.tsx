import { Button } from '@patternfly/react-core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import { reasonWords } from '../i18n/problemWords';
import { Dialog } from '../ui/Dialog';
import { timeText } from '../ui/format';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import { ProblemNotice } from '../ui/ProblemNotice';
import { TableRoom } from '../ui/TableRoom';

const registrationQuery = queryOptions({
  queryKey: ['registration'],
  queryFn: () => answer(api.GET('/api/v1/registration')),
  refetchInterval: 5_000,
});

/** The listener for devices that dial in, and those that did and nobody provided for: each can be added. */
export function RegistrationDialog({ onAdd, onClose }: { onAdd: (id: string) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const registration = useQuery(registrationQuery);
  const data = registration.data;
  return (
    <Dialog title={t('registration.title')} onClose={onClose} footer={<Button variant="link" onClick={onClose}>{t('app.close')}</Button>}>
      {registration.isPending && <Loading />}
      {registration.error && <ProblemNotice error={registration.error} onRetry={() => void registration.refetch()} />}
      {data?.reason && <Notice kind="danger" title={reasonWords(t, data.reason)}>{data.reason.text}</Notice>}
      {data && !data.reason && <p>{t('registration.listens', { address: data.address, count: data.registered })}</p>}
      <p>{t('registration.how')}</p>
      {data && data.knocks.length === 0 && <p className="ly-muted">{t('registration.noKnocks')}</p>}
      {data && data.knocks.length > 0 && (
        <TableRoom label={t('registration.knocks')}>
          <thead>
            <tr>
              <th scope="col">{t('registration.id')}</th>
              <th scope="col">{t('registration.from')}</th>
              <th scope="col">{t('registration.last')}</th>
              <th scope="col">{t('registration.times')}</th>
              <th scope="col">{t('device.actions')}</th>
            </tr>
          </thead>
          <tbody>
            {data.knocks.map((knock) => (
              <tr key={knock.registrationId}>
                <th scope="row" className="ly-mono">{knock.registrationId} <span className="ly-muted">{knock.deviceClass}</span></th>
                <td className="ly-mono">{knock.address}</td>
                <td><time dateTime={knock.at}>{timeText(knock.at)}</time></td>
                <td>{knock.times}</td>
                <td><Button variant="secondary" onClick={() => onAdd(knock.registrationId)}>{t('device.add')}</Button></td>
              </tr>
            ))}
          </tbody>
        </TableRoom>
      )}
    </Dialog>
  );
}
