import CloseIcon from '@patternfly/react-icons/dist/esm/icons/times-icon';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useChannelNames } from '../api/channelQueries';
import type { Alarm } from '../api/types';
import { useTypeWords } from '../event/eventTypes';
import { IconButton } from '../ui/IconButton';
import { Mark } from '../ui/Mark';
import { PictureNow } from './AlarmPicture';
import { PRIORITY_TONE } from './alarmWords';
import '../live/live.css';
import '../recording/playback.css';

/** Live pictures that an alarm opens in the corner. It takes no focus: who types goes on typing. */
export default function AlarmPopup({ alarm, onClose }: { alarm: Alarm; onClose: () => void }) {
  const { t } = useTranslation();
  const typeWords = useTypeWords();
  const nameOf = useChannelNames(alarm.popup, t('linkage.gone'));
  const what = `${typeWords(alarm.type)}: ${alarm.sourceName}`;
  return (
    <section className="ly-popup" aria-label={t('linkage.popup', { what })}>
      <header>
        <Mark tone={PRIORITY_TONE[alarm.priority]} word={t(`alarm.priority.${alarm.priority}`)} />
        <Link to={`/alarms?alarm=${alarm.id}`}>{what}</Link>
        <IconButton label={t('app.close')} icon={<CloseIcon />} onClick={onClose} />
      </header>
      <div className="ly-popup-pictures" data-count={alarm.popup.length}>
        {alarm.popup.map((id) => <div key={id} className="ly-alarm-picture"><PictureNow channelId={id} name={nameOf(id)} /></div>)}
      </div>
    </section>
  );
}
