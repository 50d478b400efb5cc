import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { devicesFoundQuery } from '../api/deviceQueries';
import { FindOne } from '../ui/FindOne';
import { useSettled } from '../ui/useSettled';

interface Props {
  label: string;
  onChoose: (id: string) => void;
  /** What is chosen now. */
  value?: string;
  /** A word for no choice; it chooses the empty id. */
  none?: string;
}

/** Chooses a device by words of its name, address, model or serial number; the center searches. */
export function DeviceSelect({ label, onChoose, ...shown }: Props) {
  const [query, setQuery] = useState<string>();
  const q = useSettled((query ?? '').trim());
  const found = useQuery({ ...devicesFoundQuery(q), enabled: query !== undefined });
  return <FindOne label={label} find={() => found.data} onQuery={setQuery} onChoose={(device) => onChoose(device.id)} {...shown} />;
}
