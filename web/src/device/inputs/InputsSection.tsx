import { Button } from '@patternfly/react-core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../../api/client';
import { serverNow } from '../../api/serverClock';
import type { BoundCamera, BoundInput, Device } from '../../api/types';
import { reasonWords } from '../../i18n/problemWords';
import { FormDialog } from '../../ui/FormDialog';
import { shortTimeText } from '../../ui/format';
import { IconButton } from '../../ui/IconButton';
import { Loading } from '../../ui/Loading';
import { Mark } from '../../ui/Mark';
import { Notice } from '../../ui/Notice';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { TableRoom } from '../../ui/TableRoom';
import { ChannelSelect } from '../ChannelSelect';

export function inputsQuery(deviceId: string) {
  return queryOptions({
    queryKey: ['outputs', 'inputs', deviceId],
    queryFn: () => answer(api.GET('/api/v1/devices/{id}/inputs', { params: { path: { id: deviceId } } })),
    retry: false,
  });
}

const MOST = 16;

/** The inputs of a device, and the cameras that show what happens there. */
export function InputsSection({ device }: { device: Device }) {
  const { t } = useTranslation();
  const inputs = useQuery(inputsQuery(device.id));
  const [bound, setBound] = useState<BoundInput>();
  return (
    <section className="ly-inputs">
      <h2>{t('inputs.title')}</h2>
      {inputs.isPending && <Loading />}
      {inputs.error && !inputs.data && <ProblemNotice error={inputs.error} onRetry={() => void inputs.refetch()} />}
      {inputs.data?.silent && <Notice kind="warning" title={t('inputs.silent', { why: reasonWords(t, inputs.data.silent) })} />}
      {inputs.data?.items.length === 0 && <p className="ly-muted">{t('inputs.none')}</p>}
      {inputs.data && inputs.data.items.length > 0 && (
        <TableRoom label={t('inputs.title')}>
          <thead>
            <tr>
              <th scope="col">{t('inputs.input')}</th>
              <th scope="col">{t('device.state')}</th>
              <th scope="col">{t('inputs.cameras')}</th>
              <th><span className="ly-sr">{t('device.actions')}</span></th>
            </tr>
          </thead>
          <tbody>
            {inputs.data.items.map((input) => (
              <tr key={input.token}>
                <th scope="row" className="ly-mono">{input.token}</th>
                <td>
                  <Mark tone={input.active === true ? 'busy' : 'off'} word={t(input.active === undefined ? 'inputs.unknown' : input.active ? 'inputs.active' : 'inputs.inactive')} />{' '}
                  {input.since && <time className="ly-muted" dateTime={input.since}>{shortTimeText(input.since, serverNow())}</time>}
                </td>
                <td>
                  {input.cameras.map((camera, i) => (
                    <span key={camera.channelId}>{i > 0 && ', '}<Link to={`/live?n=1&c=${camera.channelId}`}>{camera.name}</Link></span>
                  ))}
                </td>
                <td className="ly-cell-acts"><Button variant="link" isInline onClick={() => setBound(input)}>{t('inputs.choose')}</Button></td>
              </tr>
            ))}
          </tbody>
        </TableRoom>
      )}
      {bound && <BindDialog deviceId={device.id} input={bound} onClose={() => setBound(undefined)} />}
    </section>
  );
}

/** Chooses the cameras of an input and their order. */
function BindDialog({ deviceId, input, onClose }: { deviceId: string; input: BoundInput; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [cameras, setCameras] = useState<readonly BoundCamera[]>(input.cameras);
  const save = useMutation({
    mutationFn: () =>
      answer(api.PUT('/api/v1/devices/{id}/inputs/{token}/cameras', {
        params: { path: { id: deviceId, token: input.token } }, body: { channelIds: cameras.map((camera) => camera.channelId) },
      })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: inputsQuery(deviceId).queryKey });
      void client.invalidateQueries({ queryKey: ['events', deviceId] });
      onClose();
    },
  });
  const move = (from: number, to: number) => {
    const next = [...cameras];
    const [moved] = next.splice(from, 1);
    if (moved) next.splice(to, 0, moved);
    setCameras(next);
  };
  return (
    <FormDialog title={t('inputs.bindTitle', { input: input.token })} size="medium" submit={t('device.save')} ready={cameras.length <= MOST} pending={save.isPending} error={save.error} onSubmit={() => save.mutate()} onClose={onClose}>
      <p>{t('inputs.bindText')}</p>
      <ol className="ly-plain-list ly-bound" aria-label={t('inputs.cameras')}>
        {cameras.map((camera, i) => (
          <li key={camera.channelId}>
            <span>{camera.name}</span>
            <IconButton label={t('inputs.up', { name: camera.name })} icon="▴" disabled={i === 0} onClick={() => move(i, i - 1)} />
            <IconButton label={t('inputs.takeAway', { name: camera.name })} icon="×" onClick={() => setCameras(cameras.filter((one) => one !== camera))} />
          </li>
        ))}
      </ol>
      {cameras.length < MOST && (
        <ChannelSelect
          label={t('inputs.add')}
          without={new Set(cameras.map((camera) => camera.channelId))}
          onChoose={({ id, name }) => setCameras([...cameras, { channelId: id, name }])}
        />
      )}
    </FormDialog>
  );
}
