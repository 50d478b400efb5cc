import { Button } from '@patternfly/react-core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceQuery } from '../api/deviceQueries';
import { serverNow } from '../api/serverClock';
import type { Channel, EMapContact, EMapMarker } from '../api/types';
import { problemWords } from '../i18n/problemWords';
import { outputsQuery, switchOutput } from '../live/control/controlCalls';
import { FormDialog } from '../ui/FormDialog';
import { shortTimeText } from '../ui/format';
import { Mark } from '../ui/Mark';
import { Notice } from '../ui/Notice';
import { CONNECTION_TONE } from '../ui/states';
import { contactWord } from './mapContacts';

interface Props {
  marker: EMapMarker;
  name: string;
  contact: EMapContact | undefined;
  /** Of an output: by which it is switched. */
  channel: Channel | undefined;
}

/** What an input or output said last, whether its device answers, and the switch of an output. */
export function ContactPanel({ marker, name, contact, channel }: Props) {
  const { t } = useTranslation();
  const id = marker.deviceId ?? channel?.deviceId;
  const device = useQuery({ ...deviceQuery(id ?? ''), enabled: id !== undefined }).data;
  const word = contactWord(contact);
  return (
    <>
      <p className="ly-map-states">
        <Mark tone={word === 'active' ? 'busy' : 'off'} word={t(`inputs.${word}`)} />
        {contact?.since && <time className="ly-muted" dateTime={contact.since}>{t('map.since', { time: shortTimeText(contact.since, serverNow()) })}</time>}
      </p>
      {device && (
        <p className="ly-map-states">
          <span>{device.name}</span>
          <Mark tone={CONNECTION_TONE[device.state]} word={t(`state.${device.state}`)} />
        </p>
      )}
      {marker.kind === 'OUTPUT' && channel && <Switch channel={channel} token={marker.part ?? ''} name={name} />}
    </>
  );
}

/** The buttons of an output, for who may switch it; each asks first. */
function Switch({ channel, token, name }: { channel: Channel; token: string; name: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const may = channel.functions.includes('live.output');
  const outputs = useQuery({ ...outputsQuery(channel.id), enabled: may, retry: false });
  const [wanted, setWanted] = useState<boolean>();
  const set = useMutation({
    mutationFn: (active: boolean) => switchOutput(channel.id, token, active),
    onSuccess: () => setWanted(undefined),
    onSettled: () => client.invalidateQueries({ queryKey: ['outputs'] }),
  });
  if (!may) return <p className="ly-muted">{t('map.mayNotSwitch')}</p>;
  if (outputs.error) return <Notice kind="warning" title={problemWords(t, outputs.error)} />;
  if (outputs.data === undefined) return <p className="ly-muted">{t('app.loading')}</p>;
  const output = outputs.data.outputs.find((one) => one.token === token);
  if (output === undefined) return <Notice kind="warning" title={t('map.outputGone')} />;
  const ask = (active: boolean) => () => {
    set.reset();
    setWanted(active);
  };
  const pulse = output.seconds === undefined ? t('control.pulse') : t('control.pulseOf', { seconds: output.seconds });
  return (
    <div className="ly-actions">
      <Button size="sm" variant="secondary" onClick={ask(true)}>{output.bistable ? t('control.on') : pulse}</Button>
      {output.bistable && <Button size="sm" variant="secondary" onClick={ask(false)}>{t('control.off')}</Button>}
      {wanted !== undefined && (
        <FormDialog
          title={output.bistable ? t(wanted ? 'map.switchOn' : 'map.switchOff', { name }) : t('map.switchPulse', { name })}
          submit={output.bistable ? t(wanted ? 'control.on' : 'control.off') : pulse}
          ready
          pending={set.isPending}
          error={set.error}
          onSubmit={() => set.mutate(wanted)}
          onClose={() => setWanted(undefined)}
        >
          <p>{t('map.switchText')}</p>
        </FormDialog>
      )}
    </div>
  );
}
