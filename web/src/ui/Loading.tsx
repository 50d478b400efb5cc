import { useTranslation } from 'react-i18next';

export function Loading() {
  const { t } = useTranslation();
  return (
    <div className="ly-empty" role="status">
      <p>{t('app.loading')}</p>
    </div>
  );
}
