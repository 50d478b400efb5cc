import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../api/types';
import { volumeGroupsQuery } from '../../storage/storage';
import { FormDialog } from '../../ui/FormDialog';
import { Loading } from '../../ui/Loading';
import { retentionQuery, useSetRetention } from './planQueries';

const GB = 1e9;

interface Form {
  minDays: string;
  maxDays: string;
  quota: string;
  group: string;
}

const numberOf = (text: string) => (text.trim() === '' ? undefined : Number(text));

/** How long the recordings of a channel are kept. */
export function RetentionDialog({ channel, readOnly, onClose }: { channel: Channel; readOnly: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const current = useQuery(retentionQuery(channel.id));
  const groups = useQuery(volumeGroupsQuery);
  const set = useSetRetention(channel.id);
  const [typed, setTyped] = useState<Form>();
  const data = current.data?.data;
  const stored: Form = {
    minDays: data?.minDays?.toString() ?? '',
    maxDays: data?.maxDays?.toString() ?? '',
    quota: data?.quotaBytes === undefined ? '' : String(data.quotaBytes / GB),
    group: data?.volumeGroupId ?? '',
  };
  const form = typed ?? stored;
  const [minDays, maxDays, quota] = [numberOf(form.minDays), numberOf(form.maxDays), numberOf(form.quota)];
  const whole = (n: number | undefined) => n === undefined || (Number.isInteger(n) && n >= 1);
  const wrong = !whole(minDays) || !whole(maxDays) || (quota !== undefined && !(quota > 0)) || (minDays ?? 0) > (maxDays ?? Infinity);
  const save = () =>
    set.mutate(
      {
        etag: current.data?.etag ?? `"${data?.version ?? 0}"`,
        ...(minDays === undefined ? {} : { minDays }),
        ...(maxDays === undefined ? {} : { maxDays }),
        ...(quota === undefined ? {} : { quotaBytes: Math.round(quota * GB) }),
        ...(form.group === '' ? {} : { volumeGroupId: form.group }),
      },
      { onSuccess: onClose },
    );
  const field = (key: 'minDays' | 'maxDays' | 'quota') => (
    <label className="ly-field">
      <span>{t(`plan.${key}`)}</span>
      <input className="ly-input ly-mono" inputMode="decimal" readOnly={readOnly} value={form[key]} placeholder={t('plan.noLimit')} onChange={(e) => setTyped({ ...form, [key]: e.target.value })} />
      <span className="ly-muted">{t(`plan.${key}Hint`)}</span>
    </label>
  );
  return (
    <FormDialog
      title={t('plan.retentionOf', { name: channel.name })}
      submit={readOnly ? undefined : t('device.save')}
      ready={!wrong && data !== undefined}
      pending={set.isPending}
      error={wrong ? t('plan.retentionWrong') : (current.error ?? set.error)}
      onSubmit={save}
      onClose={onClose}
    >
      {current.isPending && <Loading />}
      {data && (
        <>
          {field('minDays')}
          {field('maxDays')}
          {field('quota')}
          <label className="ly-field">
            <span>{t('storage.fields.group')}</span>
            <select className="ly-select" disabled={readOnly} value={form.group} onChange={(e) => setTyped({ ...form, group: e.target.value })}>
              <option value="">{t('storage.anyVolume')}</option>
              {groups.data?.map((group) => <option key={group.id} value={group.id}>{group.name}</option>)}
            </select>
          </label>
        </>
      )}
    </FormDialog>
  );
}
