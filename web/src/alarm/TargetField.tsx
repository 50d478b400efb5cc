import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { outputsQuery } from '../live/control/controlCalls';
import { presetsQuery } from '../live/ptz/ptzCalls';

interface Props {
  label: string;
  kind: 'preset' | 'output';
  /** Whose presets or outputs are offered; none: what is typed counts for whichever camera it will be. */
  channelId: string | undefined;
  value: string;
  onChange: (value: string) => void;
}

/** A preset or an output: those of the camera are offered, any other can be typed. */
export function TargetField({ label, kind, channelId, value, onChange }: Props) {
  const list = useId();
  const id = channelId ?? '';
  const presets = useQuery({ ...presetsQuery(id), enabled: id !== '' && kind === 'preset', retry: false });
  const outputs = useQuery({ ...outputsQuery(id), enabled: id !== '' && kind === 'output', retry: false });
  const offered = kind === 'preset' ? (presets.data ?? []) : (outputs.data?.outputs.map(({ token }) => ({ token, name: token })) ?? []);
  return (
    <label className="ly-field">
      <span>{label}</span>
      <input className="ly-input" list={list} maxLength={200} value={value} onChange={(event) => onChange(event.target.value)} />
      <datalist id={list}>{offered.map(({ token, name }) => <option key={token} value={token}>{name}</option>)}</datalist>
    </label>
  );
}
