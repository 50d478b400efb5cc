import CopyIcon from '@patternfly/react-icons/dist/esm/icons/copy-icon';
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayName } from './dayName';
import { copyDay, DAYS, type Day, type Week } from './week';

/** Copies a day to the other days, the working days, the weekend or one day. */
export function CopyDay({ day, week, onChange }: { day: Day; week: Week; onChange: (week: Week) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const others = DAYS.filter((d) => d !== day);
  const choices: [string, readonly Day[]][] = [
    [t('schedule.allDays'), others],
    [t('schedule.workingDays'), DAYS.slice(0, 5)],
    [t('schedule.weekend'), DAYS.slice(5)],
    ...others.map((d): [string, readonly Day[]] => [dayName(d), [d]]),
  ];
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      popperProps={{ position: 'right' }}
      onSelect={() => setOpen(false)}
      toggle={(ref) => (
        <MenuToggle ref={ref} variant="plain" isExpanded={open} aria-label={t('schedule.copyDay', { day: dayName(day) })} title={t('schedule.copyDay', { day: dayName(day) })} onClick={() => setOpen(!open)} icon={<CopyIcon />} />
      )}
    >
      <DropdownList>
        {choices.map(([label, days]) => (
          <DropdownItem key={label} onClick={() => onChange(copyDay(week, day, days))}>{label}</DropdownItem>
        ))}
      </DropdownList>
    </Dropdown>
  );
}
