import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useMay } from '../../app/useSession';
import { PageBar } from '../../ui/PageBar';
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
  const [params, setParams] = useSearchParams();
  const tab = TABS.find((x) => x === params.get('tab')) ?? 'plans';
  return (
    <>
      <PageBar title={t('plan.title')}>
        <Tabs label={t('plan.title')} tabs={TABS.map((id) => ({ id, word: t(`plan.tabs.${id}`) }))} current={tab} onChoose={(id) => setParams({ tab: id })} />
      </PageBar>
      <div className="ly-body">
        {tab === 'plans' && <PlanList mayConfigure={mayConfigure} />}
        {tab === 'channels' && <ChannelStates mayConfigure={mayConfigure} />}
        {tab === 'gaps' && <GapReport />}
        {tab === 'tags' && <TagList />}
        {tab === 'locks' && <LockList mayConfigure={mayConfigure} />}
        {tab === 'deletions' && <DeletionLog />}
      </div>
    </>
  );
}
