import { useQuery } from '@tanstack/react-query';
import { deviceQuery } from '../api/deviceQueries';
import { mayAt } from '../app/useSession';
import type { Device } from '../api/types';
import { BatchDialog } from './care/BatchDialog';
import { ClocksDialog } from './care/ClocksDialog';
import { DeviceDialog } from './DeviceDialog';
import { DeviceLog } from './DeviceLog';
import { FileDialog } from './FileDialog';
import { FindDialog } from './FindDialog';
import { ImportDialog } from './ImportDialog';
import { dialsIn } from './registration';
import { RegistrationDialog } from './RegistrationDialog';
import { RemoveDialog } from './RemoveDialog';

interface Props {
  params: URLSearchParams;
  mayConfigure: boolean;
  onSet: (key: string, value: string) => void;
  /** Leaves for another address of this page. */
  onGo: (params: Record<string, string>) => void;
}

/** The dialogs of the page of devices; which is open is in the address. */
export function DeviceDialogs({ params, mayConfigure, onSet, onGo }: Props) {
  const edited = useNamed(mayConfigure ? params.get('edit') : null);
  const removed = useNamed(mayConfigure ? params.get('remove') : null);
  const logged = useNamed(params.get('log'));
  const batch = params.get('batch');
  const imported = params.get('import');
  return (
    <>
      {edited && mayAt(edited, 'device.configure') && <DeviceDialog device={edited} onClose={() => onSet('edit', '')} />}
      {removed && mayAt(removed, 'device.configure') && <RemoveDialog device={removed} onClose={() => onSet('remove', '')} />}
      {logged && <DeviceLog device={logged} onClose={() => onSet('log', '')} />}
      {mayConfigure && (
        <>
          {params.has('clocks') && <ClocksDialog onClose={() => onSet('clocks', '')} />}
          {batch !== null && <BatchDialog id={batch} onClose={() => onSet('batch', '')} />}
          {params.has('add') && <DeviceDialog url={registering(params.get('add'))} onClose={() => onSet('add', '')} />}
          {params.has('registration') && <RegistrationDialog onAdd={(id) => onGo({ add: `autoreg:${id}` })} onClose={() => onSet('registration', '')} />}
          {params.has('find') && <FindDialog onClose={() => onSet('find', '')} onImport={(id) => onGo({ import: id })} />}
          {params.has('file') && <FileDialog onClose={() => onSet('file', '')} onImport={(id) => onGo({ import: id })} />}
          {imported !== null && <ImportDialog id={imported} onClose={() => onSet('import', '')} />}
        </>
      )}
    </>
  );
}

/** The device that the address names, read anew: it need not be among those that are shown. */
function useNamed(id: string | null): Device | undefined {
  return useQuery({ ...deviceQuery(id ?? ''), enabled: id !== null }).data;
}

/** Only an id that knocked is taken over from the address into the dialog. */
function registering(text: string | null): string {
  return text !== null && dialsIn(text) ? text : '';
}
