import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

interface Props {
  label: string;
  /** undefined: nobody knows. */
  value: string | number | undefined;
  note?: string | undefined;
  /** Where what is counted is listed. */
  to?: string;
}

/** One figure with what it means. */
export function Figure({ label, value, note, to }: Props) {
  const { t } = useTranslation();
  const content = (
    <>
      <span>{label}</span>
      <b className={value === undefined ? 'ly-unknown' : undefined}>{value ?? t('alarmReport.unknown')}</b>
      <small>{note ?? '\u00a0'}</small>
    </>
  );
  return to === undefined ? <div className="ly-figure">{content}</div> : <Link className="ly-figure" to={to}>{content}</Link>;
}
