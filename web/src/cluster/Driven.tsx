import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Device } from '../api/types';
import { drivenWords, nodesQuery } from './nodes';

/** Who drives a device now. Only who may configure it may ask for the nodes. */
export function Driven({ device, mayAsk }: { device: Device; mayAsk: boolean }) {
  const { t } = useTranslation();
  const nodes = useQuery({ ...nodesQuery, enabled: mayAsk }).data;
  return <>{drivenWords(t, device, nodes)}</>;
}
