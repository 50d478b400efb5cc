import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { Tabs } from '../ui/Tabs';

const PLACES = ['/alarms', '/alarm-search', '/alarm-report'] as const;

/** What there is about alarms: the queues, the search among all, and figures. */
export function AlarmPlaces() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const words = { '/alarms': t('alarmSearch.queues'), '/alarm-search': t('alarmSearch.title'), '/alarm-report': t('alarmReport.title') };
  const here = PLACES.find((one) => one === pathname) ?? '/alarms';
  return <Tabs label={t('alarmSearch.places')} tabs={PLACES.map((id) => ({ id, word: words[id] }))} current={here} onChoose={(to) => void navigate(to)} />;
}
