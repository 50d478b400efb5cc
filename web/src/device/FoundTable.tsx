import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FoundDevice } from '../api/types';
import { TableRoom } from '../ui/TableRoom';
import { hostOf } from './bringIn';

interface Props {
  items: readonly FoundDevice[];
  ticked: ReadonlySet<string>;
  running: boolean;
  nameFor: (found: FoundDevice) => string;
  onTick: (ticked: ReadonlySet<string>) => void;
  onName: (url: string, name: string) => void;
}

/** What a search found: new ONVIF devices can be ticked and named; of others it says why not. */
export function FoundTable({ items, ticked, running, nameFor, onTick, onName }: Props) {
  const { t } = useTranslation();
  const free = items.filter(mayBeAdded);
  const all = free.length > 0 && free.every((found) => ticked.has(found.url));
  const tick = (url: string) => {
    const next = new Set(ticked);
    if (!next.delete(url)) next.add(url);
    onTick(next);
  };
  if (items.length === 0) return <p className="ly-muted ly-find-none">{running ? t('bringIn.listening') : t('bringIn.nothing')}</p>;
  return (
    <div className="ly-find-room">
      <TableRoom label={t('bringIn.found')}>
        <thead>
          <tr>
            <th>
              <input type="checkbox" aria-label={t('bringIn.tickAll')} disabled={free.length === 0} checked={all} onChange={() => onTick(all ? new Set() : new Set(free.map((found) => found.url)))} />
            </th>
            <th scope="col">{t('device.name')}</th>
            <th scope="col">{t('bringIn.model')}</th>
            <th scope="col">{t('device.address')}</th>
            <th scope="col">{t('device.state')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((found) => (
            <tr key={`${found.key} ${found.url}`}>
              <td>
                <input type="checkbox" aria-label={t('bringIn.tick', { name: nameFor(found) })} disabled={!mayBeAdded(found)} checked={ticked.has(found.url)} onChange={() => tick(found.url)} />
              </td>
              <td>
                {mayBeAdded(found)
                  ? <input className="ly-input" aria-label={t('bringIn.nameFor', { address: hostOf(found.url) })} value={nameFor(found)} maxLength={100} onChange={(e) => onName(found.url, e.target.value)} />
                  : nameFor(found)}
              </td>
              <td>{found.hardware}</td>
              <td className="ly-mono" title={found.url}>{hostOf(found.url)}</td>
              <td><FoundState found={found} /></td>
            </tr>
          ))}
        </tbody>
      </TableRoom>
    </div>
  );
}

function FoundState({ found }: { found: FoundDevice }) {
  const { t } = useTranslation();
  if (found.deviceId !== undefined) return <Link to={`/devices/${found.deviceId}`}>{t('bringIn.known')}</Link>;
  if (found.protocol === 'RTSP') return <span className="ly-muted">{t('bringIn.rtspOnly')}</span>;
  return <span>{t('bringIn.new')}</span>;
}

/** A host that only speaks RTSP does not tell the path of its streams: it is added by hand. */
function mayBeAdded(found: FoundDevice): boolean {
  return found.deviceId === undefined && found.protocol === 'ONVIF';
}
