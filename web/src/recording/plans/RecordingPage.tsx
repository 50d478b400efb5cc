import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { devicesQuery } from '../../api/queries';
import { useMay } from '../../app/useSession';
import { Loading } from '../../ui/Loading';
import { PageBar } from '../../ui/PageBar';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { Tabs } from '../../ui/Tabs';
import '../../ui/page.css';
import { ChannelStates } from './ChannelStates';
import { DeletionLog } from './DeletionLog';
import { GapReport } from './GapReport';
import { LockList } from './LockList';
import { PlanList } from './PlanList';
import { TagList } from './TagList';

const TABS = ['plans', 'channels', 'gaps', 'tags', 'locks', 'deletions'] as const;

/** What is to be recorded and what is: plans, channels, locks, what was deleted. The tab is in the address. */
export function RecordingPage() {
  const { t } = useTranslation();
  const mayConfigure = useMay('recording.configure');
  const devices = useQuery(devicesQuery);
  const [params, setParams] = useSearchParams();
  const tab = TABS.find((x) => x === params.get('tab')) ?? 'plans';
  const channels = devices.data?.flatMap((d) => d.channels);
  return (
    <>
      <PageBar title={t('plan.title')}>
        <Tabs label={t('plan.title')} tabs={TABS.map((id) => ({ id, word: t(`plan.tabs.${id}`) }))} current={tab} onChoose={(id) => setParams({ tab: id })} />
      </PageBar>
      {devices.error && <ProblemNotice error={devices.error} onRetry={() => void devices.refetch()} />}
      {channels === undefined ? devices.isPending && <Loading /> : (
        <div className="ly-body">
          {tab === 'plans' && <PlanList channels={channels} mayConfigure={mayConfigure} />}
          {tab === 'channels' && <ChannelStates channels={channels} mayConfigure={mayConfigure} />}
          {tab === 'gaps' && <GapReport />}
          {tab === 'tags' && <TagList channels={channels} />}
          {tab === 'locks' && <LockList channels={channels} mayConfigure={mayConfigure} />}
          {tab === 'deletions' && <DeletionLog />}
        </div>
      )}
    </>
  );
}
