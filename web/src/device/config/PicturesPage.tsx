import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { devicesQuery } from '../../api/queries';
import { useMay } from '../../app/useSession';
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
  const mayConfigure = useMay('device.configure');
  const devices = useQuery(devicesQuery);
  const device = devices.data?.find((one) => one.id === id);
  if (devices.isPending) return <Loading />;
  if (devices.error && !devices.data) return <ProblemNotice error={devices.error} onRetry={() => void devices.refetch()} />;
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
