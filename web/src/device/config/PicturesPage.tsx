import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { deviceQuery } from '../../api/deviceQueries';
import { Problem } from '../../api/problem';
import { mayAt } from '../../app/useSession';
import { Empty } from '../../ui/Empty';
import { Loading } from '../../ui/Loading';
import { PageBar } from '../../ui/PageBar';
import { ProblemNotice } from '../../ui/ProblemNotice';
import '../../ui/page.css';
import '../device.css';
import { OverlaysSection } from './OverlaysSection';
import './pictures.css';
import { StreamsSection } from './StreamsSection';

/** How a device makes its pictures: the streams of a channel, and the texts in its picture. The address says which channel. */
export function PicturesPage() {
  const { t } = useTranslation();
  const { id } = useParams();
  const [search, setSearch] = useSearchParams();
  const read = useQuery(deviceQuery(id ?? ''));
  const device = read.data;
  const mayConfigure = mayAt(device, 'device.configure');
  if (read.isPending) return <Loading />;
  const gone = read.error instanceof Problem && (read.error.status === 404 || read.error.status === 400);
  if (read.error && !gone && !device) return <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />;
  const channel = device?.channels.find((one) => one.id === search.get('channel')) ?? device?.channels[0];
  if (!device || !channel || !mayConfigure || device.protocol !== 'ONVIF') {
    return <Empty title={t('devicePage.gone')}><Link to="/devices">{t('devicePage.all')}</Link></Empty>;
  }
  return (
    <>
      <PageBar title={t('config.title', { name: device.name })}>
        <Link to={`/devices/${device.id}`}>{t('config.back')}</Link>
        {device.channels.length > 1 && (
          <label className="ly-inline-field">
            <span>{t('config.channel')}</span>
            <select className="ly-select" value={channel.id} onChange={(event) => setSearch({ channel: event.target.value }, { replace: true })}>
              {device.channels.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
            </select>
          </label>
        )}
      </PageBar>
      <div className="ly-device-page">
        <StreamsSection key={`s${channel.id}`} channel={channel} />
        <OverlaysSection key={`o${channel.id}`} channel={channel} />
      </div>
    </>
  );
}
