import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '../ui/Empty';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Empty whole title={t('app.notFound.title')} text={t('app.notFound.text')}>
      <Link to="/live">{t('app.notFound.action')}</Link>
    </Empty>
  );
}
