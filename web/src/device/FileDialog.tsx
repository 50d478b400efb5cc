import { Button } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { problemWords } from '../i18n/problemWords';
import { currentLanguage } from '../i18n';
import { Dialog } from '../ui/Dialog';
import { Notice } from '../ui/Notice';
import '../ui/page.css';
import { useCheckFile } from './bringIn';

interface Props {
  onImport: (id: string) => void;
  onClose: () => void;
}

/** Takes a CSV or XLSX file of devices; its rows are shown with their verdicts before anything is added. */
export function FileDialog({ onImport, onClose }: Props) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File>();
  const check = useCheckFile();
  const template = (format: string) => `/api/v1/device-files/template?format=${format}&language=${currentLanguage()}`;
  return (
    <Dialog
      title={t('bringIn.fileTitle')}
      onClose={onClose}
      footer={
        <>
          <Button type="submit" form="device-file" isDisabled={file === undefined || check.isPending} isLoading={check.isPending}>{t('bringIn.check')}</Button>
          <Button variant="link" onClick={onClose}>{t('app.cancel')}</Button>
        </>
      }
    >
      <form
        id="device-file"
        className="ly-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (file && !check.isPending) check.mutate(file, { onSuccess: (made) => onImport(made.id) });
        }}
      >
        <p>{t('bringIn.fileText')}</p>
        <p>
          <a href={template('XLSX')} download="">{t('bringIn.template', { format: 'XLSX' })}</a>{' · '}
          <a href={template('CSV')} download="">{t('bringIn.template', { format: 'CSV' })}</a>
        </p>
        <label className="ly-field">
          <span>{t('bringIn.file')}</span>
          <input type="file" accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" onChange={(e) => { setFile(e.target.files?.[0]); check.reset(); }} />
        </label>
        <p className="ly-muted">{t('bringIn.fileHint')}</p>
        {check.error && <Notice kind="danger" title={refusal(check.error)} />}
      </form>
    </Dialog>
  );

  /** What is wrong with the file as a whole is told in the server's own sentence. */
  function refusal(error: unknown): string {
    const detail = error instanceof Problem ? error.fields.get('file') : undefined;
    return detail === undefined ? problemWords(t, error) : `${t('bringIn.fileWrong')} ${detail}`;
  }
}
